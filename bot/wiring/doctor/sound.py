"""Sound: can every target sentence be heard?"""

from bot.catalogue.recordings import read_recordings
from bot.wiring import sound as joined
from bot.wiring.doctor.finding import Finding, attention, ok
from bot.wiring.doctor.machine import Machine


def sound(machine: Machine) -> Finding:
    """Whether the speech program is there, and what of the content cannot be heard yet."""
    if read_recordings(machine.content, machine.folder.entries, machine.locales).problems:
        to_do = "run `werkmaat content check`, and mend what it says of content/recordings"
        return attention("something is wrong with a recording", to_do)
    speech = joined.speech(machine.settings, machine.content, machine.folder.entries, machine.locales)
    wanted = [one for of_language in joined.wanted(machine.folder).values() for one in of_language]
    missing = sum(speech.known(one) is None for one in wanted)
    if not missing:
        return ok(f"all {len(wanted)} can be heard, {len(speech.recordings)} of them recorded by people")
    found = f"{missing} of {len(wanted)} are not made yet"
    program = speech.program
    if not program.is_there():
        to_do = f"install it (Debian: apt-get install {program.name}), then run `werkmaat audio build`"
        return attention(f"{program.name} is not installed, and {found}: these go out as text alone", to_do)
    return attention(f"{found}: each is when it is first sent", "run `werkmaat audio build`, which says what hinders")
