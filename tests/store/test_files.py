"""What Telegram calls the content's files: one name for each bot and content."""

from bot.store import Store, files

DIGEST, OTHER = "a" * 64, "b" * 64


def test_a_file_that_was_never_sent_has_no_name(store: Store) -> None:
    assert files.file_id(store, 1, DIGEST) is None


def test_each_bot_has_its_own_name_for_a_file(store: Store) -> None:
    files.keep(store, 4242424242, DIGEST, "AwAC-1")
    files.keep(store, 2, DIGEST, "AwAC-2")
    files.keep(store, 2, OTHER, "AwAC-3")
    assert files.file_id(store, 4242424242, DIGEST) == "AwAC-1"
    assert (files.file_id(store, 2, DIGEST), files.file_id(store, 2, OTHER)) == ("AwAC-2", "AwAC-3")


def test_a_later_name_takes_the_place_of_an_earlier_one(store: Store) -> None:
    files.keep(store, 1, DIGEST, "AwAC-1")
    files.keep(store, 1, DIGEST, "AwAC-2")
    assert files.file_id(store, 1, DIGEST) == "AwAC-2"


def test_a_name_is_forgotten_and_the_others_stay(store: Store) -> None:
    files.keep(store, 1, DIGEST, "AwAC-1")
    files.keep(store, 2, DIGEST, "AwAC-2")
    files.forget(store, 1, DIGEST)
    files.forget(store, 1, OTHER)
    assert (files.file_id(store, 1, DIGEST), files.file_id(store, 2, DIGEST)) == (None, "AwAC-2")
