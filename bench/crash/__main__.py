"""``python -m bench.crash``. The world's process imports this module too, and shall start fast."""

if __name__ == "__main__":
    from bench.crash.command import main

    main()
