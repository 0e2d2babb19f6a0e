"""/studio/media/units/{unit}, /studio/media/languages/{language}: what nobody recorded, one after the other."""

from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import Response

from bot.console.page import A_FORM, COORDINATING, Page
from bot.console.pages.studio import unit_name
from bot.console.sounds import sound
from bot.console.visit import Visit
from bot.i18n import Text
from bot.journeys.studio.speaking import Place, Shelf
from bot.speech.recorded import LARGEST, LONGEST_SAID, Fault, NotHeard, voice_message
from bot.speech.sound import NoSound
from bot.store import studio_recordings
from bot.store.studio_recordings import Spoken

LONGEST_NAME = 100

LICENCE = "CC-BY-SA-4.0"
"""That of all content, unless somebody says otherwise."""

SAME_SITTING = timedelta(hours=1)
"""So long after the last recording its speaker is taken to go on, and to agree still."""


def show(visit: Visit) -> Response:
    """The sound that the address asks for, or the next one that nobody recorded."""
    shelf, last = _shelf(visit), studio_recordings.last_by(visit.desk.store, visit.member.id)
    speaks = last is not None and visit.now - last.added_at < SAME_SITTING
    given = (
        {"speaker": last.speaker, "licence": last.licence} if last and speaks else {"speaker": "", "licence": LICENCE}
    )
    asked = visit.query("sound")
    chosen = asked if asked in shelf.sounds else shelf.next(visit.query("after"))
    return _page(visit, shelf, chosen, {**given, "agreed": "yes" if speaks else ""})


def keep(visit: Visit) -> Response:
    """Keep what was recorded, and go on with the next one."""
    shelf, chosen = _shelf(visit), visit.field("sound_key")
    if chosen not in shelf.sounds:
        raise HTTPException(404)
    given = {name: visit.field(name)[:LONGEST_NAME] for name in ("speaker", "licence", "agreed")}
    if not given["speaker"] or not given["licence"]:
        return _page(visit, shelf, chosen, given, visit.words("console.media.no_speaker"))
    if given["agreed"] != "yes":
        return _page(visit, shelf, chosen, given, visit.words("console.media.not_agreed"))
    try:
        ogg = voice_message(visit.file("sound") or b"", LONGEST_SAID)
    except NotHeard as error:
        return _page(visit, shelf, chosen, given, _why_not(visit, error.fault))
    spoken = Spoken(shelf.sounds[chosen], ogg, given["speaker"], given["licence"])
    visit.desk.speaking.keep(spoken, visit.member.id, visit.now)
    visit.detail["recording"] = chosen
    here = visit.request.url.path
    return visit.go(f"{here}?{urlencode({'after': chosen, 'kept': chosen})}", told="recording_kept")


def hear(visit: Visit) -> Response:
    """A sound as learners hear it now. It is a 404 when no speech program can say it."""
    found = _shelf(visit).sounds.get(visit.path("sound"))
    if found is None:
        raise HTTPException(404)
    try:
        return sound(visit, visit.desk.speaking.heard(found))
    except (NoSound, OSError):
        raise HTTPException(404) from None


def _shelf(visit: Visit) -> Shelf:
    """The sounds of the address. Raises HTTPException (404) when there are none."""
    asked = visit.request.path_params
    place = Place(visit.path("unit") if "unit" in asked else "", visit.path("language") if "language" in asked else "")
    shelf = visit.desk.speaking.shelf(place)
    if not shelf.sounds:
        raise HTTPException(404)
    return shelf


def _page(
    visit: Visit, shelf: Shelf, chosen: str | None, given: Mapping[str, str], fault: str | None = None
) -> Response:
    kept = visit.query("kept")
    return visit.page(
        "studio_media_record.html",
        422 if fault else 200,
        fault=fault,
        here=visit.request.url.path,
        title=_title(visit),
        of_unit="unit" in visit.request.path_params,
        shelf=shelf,
        chosen=chosen,
        sound=shelf.sounds[chosen] if chosen else None,
        given=given,
        kept=kept if kept in shelf.ours else None,
        direction=visit.desk.catalogues.direction,
        longest=LONGEST_SAID,
        longest_name=LONGEST_NAME,
    )


def _title(visit: Visit) -> str:
    """What the unit or the language is called."""
    asked = visit.request.path_params
    if "language" in asked:
        return visit.desk.catalogues.language_name(asked["language"], visit.language)
    return unit_name(visit, asked["unit"])


def _why_not(visit: Visit, fault: Fault) -> str:
    if fault is Fault.LONG:
        return visit.words("console.media.too_long", seconds=LONGEST_SAID)
    return visit.say(Text(f"console.thread.sound.{fault}"))


PAGES = tuple(
    page
    for path in ("/studio/media/units/{unit}", "/studio/media/languages/{language}")
    for page in (
        Page(path, show, may=COORDINATING),
        Page(path, keep, may=COORDINATING, noted="studio.recorded", method="POST", most=2 * LARGEST + A_FORM),
        Page(f"{path}/{{sound}}", hear, may=COORDINATING),
    )
)
