"""Actions in this process: what Rasa would ask of an action server over HTTP, called directly."""

import json
from typing import Any

from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

from bot.dialogue.decision import current_decision


class InProcess(EndpointConfig):
    """An "action endpoint" that runs the actions of a package.

    Args:
        package: the name of the package whose ``Action`` classes are to be run.
    """

    def __init__(self, package: str) -> None:
        super().__init__(url="in-process")
        self.executor = ActionExecutor()
        self.executor.register_package(package)

    async def request(self, *_: Any, **call: Any) -> Any:
        """Run the action that ``call["json"]`` names. Returns its events, as an action server would.

        Raises:
            ClientResponseError: 400 when the action refuses to run, as the HTTP endpoint does.
            Exception: whatever the action raises; noted first, since Rasa swallows it.
        """
        name = call["json"]["next_action"]
        decision = current_decision()
        decision.actions.append(name)
        try:
            return await self.executor.run(call["json"])
        except ActionExecutionRejection as refusal:
            raise ClientResponseError(400, "refused", json.dumps({"action_name": name})) from refusal
        except Exception as error:
            decision.failure = error
            raise


def trust_own_actions() -> None:
    """Leave out Rasa's check of what actions return against a JSON schema: most of a turn's time, for our own code."""
    RemoteAction._validate_action_result = lambda self, result: True
