"""getFile: where a file that somebody sent can be downloaded."""

from bot.simulator.botapi.parameters import Parameter, text
from bot.simulator.botapi.registry import Call, method
from bot.simulator.errors import bad_request
from bot.simulator.records import Json

MOST_DOWNLOAD_BYTES = 20 * 1024 * 1024


@method("getFile", Parameter("file_id", text, "file_id not specified"))
def get_file(call: Call) -> Json:
    """Return the File with its path below /file/bot<token>/."""
    file = call.bot.files.get(call["file_id"])
    if not file:
        raise bad_request("invalid file_id")
    if file.size > MOST_DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
        "file_path": file.path,
    }
