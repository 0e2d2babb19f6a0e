"""``python -m bench``."""

if __name__ == "__main__":
    from bench.command import main

    main()
