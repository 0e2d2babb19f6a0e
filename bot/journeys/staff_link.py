"""A member of staff links their Telegram account, so that digests reach them there. It makes no learner of them."""

from bot.i18n import Text
from bot.journeys.reply import Reply
from bot.journeys.turn import Turn
from bot.store import outbox, staff_links
from bot.store.tables import Staff

PREFIX = "staff-"
"""How the code begins that stands in the link: invitations of learners have none such."""


def link(turn: Turn, code: str) -> None:
    """Somebody opened the link of their account page; ``code`` is what follows the prefix."""
    turn.remain_unknown()
    found = staff_links.by_code(turn.store, code, turn.now)
    if found is None:
        _say(turn, Text("staff_link.not_valid"), turn.learner.language)
        return
    member, used = found
    before = staff_links.holder(turn.store, turn.incoming.chat_id)
    if before and before.id != member.id:
        _set(turn, before, None)
    _set(turn, member, turn.incoming.chat_id)
    turn.drop(used)
    _say(turn, Text("staff_link.linked", {"name": member.name}), member.language)


def _set(turn: Turn, member: Staff, telegram_id: int | None) -> None:
    member.telegram_id = telegram_id
    turn.keep(member)


def _say(turn: Turn, words: Text, language: str) -> None:
    said = Reply(lines=((words,),)).as_json()
    turn.keep(outbox.message_to_staff(turn.incoming.chat_id, language, said, turn.now))
