"""What follows from the settings: with a token the real thing, without one a demo on this machine."""

from pathlib import Path

from bot.settings.stated import Stated

SIMULATOR_TOKEN = "1:simulator"
EVERYWHERE = ("0.0.0.0", "::")


class Settings(Stated):
    """The settings, and what follows from them."""

    @property
    def demo(self) -> bool:
        """Whether there is no token: then the simulator stands in for Telegram."""
        return self.telegram_token is None

    @property
    def token(self) -> str:
        """The token to call the Bot API with."""
        return self.telegram_token or SIMULATOR_TOKEN

    @property
    def api_url(self) -> str:
        """The Bot API to call: in the demo our own, unless another one is set."""
        if self.demo and "telegram_api_url" not in self.model_fields_set:
            return self.console_address
        return self.telegram_api_url

    @property
    def console_address(self) -> str:
        """Where the console answers on this machine."""
        host = "127.0.0.1" if self.console_host in EVERYWHERE else self.console_host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.console_port}"

    @property
    def console_link(self) -> str:
        """Where others reach the console; this machine's own address when nobody said."""
        return (self.console_url or self.console_address).rstrip("/")

    @property
    def bot_address(self) -> str:
        """Where the bot process answers on this machine."""
        return f"http://127.0.0.1:{self.bot_port}"

    @property
    def records(self) -> Path:
        """The folder for what is kept of people; the demo keeps its own."""
        return self.data_dir / "demo" if self.demo else self.data_dir

    @property
    def database(self) -> str:
        """The address of the database."""
        return self.database_url or f"sqlite:///{self.records / 'werkmaat.db'}"

    @property
    def model_folder(self) -> Path:
        """The folder for the trained model, which the demo shares."""
        return self.data_dir / "model"

    @property
    def sound_folder(self) -> Path:
        """The folder for what the speech program said, which the demo shares."""
        return self.data_dir / "sound"

    @property
    def simulator_state(self) -> Path:
        """The file in which the simulator keeps its phones and chats."""
        return self.records / "simulator.json"
