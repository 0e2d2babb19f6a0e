"""What people recorded in the studio: heard at once, by the bot and by staff, instead of the speech program."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from bot.speech.sound import Sound
from bot.store import studio_files
from bot.store.database import Store
from bot.store.tables import StudioFile, StudioRecording

AT_ONCE = 500
"""So many recordings are asked for with one statement."""


@dataclass(frozen=True)
class Spoken:
    """A recording as it is kept: what is said, as OGG/Opus, by whom, and under which licence."""

    sound: Sound
    ogg: bytes
    speaker: str
    licence: str


def key(sound: Sound) -> str:
    """Names a sound: the words to the letter, their language, the speed, and the team if it is one team's."""
    of_team = (sound.team,) if sound.team else ()
    return sha256(json.dumps((sound.language, sound.slow, sound.words, *of_team)).encode()).hexdigest()


def keep(store: Store, spoken: Spoken, member_id: str, now: datetime) -> None:
    """Keep a recording; it takes the place of an earlier one, of which nothing stays."""
    with store.writing() as session:
        put(session, spoken, member_id, now)


def put(session: Session, spoken: Spoken, member_id: str, now: datetime, page_id: str | None = None) -> None:
    """As ``keep``, inside a write transaction; with ``page_id``, for a workplace's page."""
    sound = spoken.sound
    _drop(session, key(sound))
    about = {"language": sound.language, "words": sound.words, "slow": sound.slow}
    digest = studio_files.put(session, spoken.ogg, member_id, now)
    by = {"speaker": spoken.speaker, "licence": spoken.licence, "added_by": member_id, "added_at": now}
    session.add(StudioRecording(key=key(sound), digest=digest, page_id=page_id, **about, **by))


def drop_of_page(session: Session, page_id: str) -> None:
    """Forget what was recorded for a workplace's page."""
    for name in session.scalars(select(StudioRecording.key).where(StudioRecording.page_id == page_id)).all():
        _drop(session, name)


def remove(store: Store, name: str) -> bool:
    """Forget a recording and its file. Returns False when there is none of this key."""
    with store.writing() as session:
        found = session.scalars(_shared().where(StudioRecording.key == name)).first()
        return found is not None and _drop(session, name)


def digest(store: Store, sound: Sound) -> str | None:
    """The digest of the file in which a sound is recorded, for its team first; None when nobody recorded it here."""
    keys = dict.fromkeys((key(sound), key(replace(sound, team=""))))
    with store.reading() as session:
        named = select(StudioRecording.key, StudioRecording.digest).where(StudioRecording.key.in_(keys))
        found = dict(session.execute(named).tuples().all())
    return next((found[one] for one in keys if one in found), None)


def find(store: Store, name: str) -> StudioRecording | None:
    """A recording by its key; none of a workplace's."""
    with store.reading() as session:
        return session.scalars(_shared().where(StudioRecording.key == name)).first()


def several(store: Store, names: Collection[str]) -> Mapping[str, StudioRecording]:
    """Those of these keys that are recorded."""
    asked, found = sorted(names), {}
    with store.reading() as session:
        for begin in range(0, len(asked), AT_ONCE):
            some = select(StudioRecording).where(StudioRecording.key.in_(asked[begin : begin + AT_ONCE]))
            found.update({one.key: one for one in session.scalars(some)})
    return found


def newest(store: Store, speaker: str, most: int) -> Sequence[StudioRecording]:
    """The recordings that were kept last; those of a speaker when one is named."""
    found = _shared().order_by(StudioRecording.added_at.desc(), StudioRecording.key).limit(most)
    if speaker:
        found = found.where(func.lower(StudioRecording.speaker) == speaker.lower())
    with store.reading() as session:
        return session.scalars(found).all()


def last_by(store: Store, member_id: str) -> StudioRecording | None:
    """What a member of staff kept last: the next one is probably by the same speaker."""
    theirs = _shared().where(StudioRecording.added_by == member_id)
    with store.reading() as session:
        return session.scalars(theirs.order_by(StudioRecording.added_at.desc()).limit(1)).first()


def _shared() -> Select[tuple[StudioRecording]]:
    """The recordings that all learners hear."""
    return select(StudioRecording).where(StudioRecording.page_id.is_(None))


def _drop(session: Session, name: str) -> bool:
    """Take a recording away, and its file unless another one is in the same."""
    found = session.get(StudioRecording, name, with_for_update=True)
    if found is None:
        return False
    session.delete(found)
    session.flush()
    others = select(func.count()).where(StudioRecording.digest == found.digest)
    if not session.scalar(others):
        session.execute(delete(StudioFile).where(StudioFile.digest == found.digest))
    return True
