"""For developers and tests: faults switched on and off, and the journal of bots' calls."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.simulator.botapi.registry import methods
from bot.simulator.botapi.requests import arguments
from bot.simulator.errors import PhoneProblem
from bot.simulator.exchange import Exchange
from bot.simulator.faults.kinds import KINDS
from bot.simulator.faults.switches import Fault
from bot.simulator.phone.talk import known_phone
from bot.simulator.records import Json

LONGEST_SECONDS = 3600


async def listed(exchange: Exchange, _: Request) -> Response:
    """Answer with the kinds and methods that there are, and the faults that are switched on."""
    kinds = [{"kind": name, "label": kind.label, "seconds": kind.seconds} for name, kind in KINDS.items()]
    names = sorted(method.name for method in methods().values())
    return JSONResponse({"kinds": kinds, "methods": names, "faults": [fault.view() for fault in exchange.faults]})


async def switch_on(exchange: Exchange, request: Request) -> Response:
    """Switch on the fault that the body describes.

    Its fields: `kind`, and if wanted `phone` (id), `method`, `count`, `probability` (0 to 1), `seconds`, `seed`.
    """
    fault = exchange.faults.switch_on(_fault(exchange, await arguments(request)))
    return JSONResponse(fault.view(), status_code=201)


async def clear(exchange: Exchange, request: Request) -> Response:
    """Switch one fault off."""
    number = request.path_params["fault"]
    if not exchange.faults.clear(number):
        raise PhoneProblem(404, f"Fault {number} is not switched on.")
    return JSONResponse({})


async def clear_all(exchange: Exchange, _: Request) -> Response:
    """Switch every fault off."""
    exchange.faults.clear_all()
    return JSONResponse({})


async def calls(exchange: Exchange, request: Request) -> Response:
    """Answer with the calls after the one numbered `after`."""
    return JSONResponse(exchange.journal.since(int(request.query_params.get("after", 0))))


TABLE = [
    ("GET", "/faults", listed),
    ("POST", "/faults", switch_on),
    ("DELETE", "/faults", clear_all),
    ("DELETE", "/faults/{fault:int}", clear),
    ("GET", "/calls", calls),
]


def _fault(exchange: Exchange, body: Json) -> Fault:
    given = {name: value for name, value in body.items() if value not in (None, "")}
    kind = str(given.get("kind"))
    if kind not in KINDS:
        raise PhoneProblem(400, f"There is no fault {kind!r}: choose one of {', '.join(KINDS)}.")
    return Fault(
        kind,
        phone=known_phone(exchange, int(given["phone"])).id if "phone" in given else 0,
        method=_method(str(given.get("method", ""))),
        left=int(_within(given, "count", 1, 1, 1_000_000)) if "count" in given else None,
        probability=_within(given, "probability", 1, 0, 1),
        seconds=_within(given, "seconds", KINDS[kind].seconds, 0, LONGEST_SECONDS),
        seed=int(given.get("seed", 0)),
    )


def _method(name: str) -> str:
    if name and name.lower() not in methods():
        raise PhoneProblem(400, f"The simulator has no method {name}.")
    return name.lower()


def _within(given: Json, name: str, default: float, least: float, most: float) -> float:
    value = float(given.get(name, default))
    if not least <= value <= most:
        raise PhoneProblem(400, f"{name} lies between {least:g} and {most:g}.")
    return value
