"""Every setting, once: its name, its default, what it is for and what it takes."""

from pathlib import Path
from typing import Any, Self

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.settings.values import (
    DatabaseUrl,
    Enrolment,
    Folder,
    Host,
    LogFormat,
    MailUrl,
    Port,
    Region,
    SpeechCommand,
    SpeechSpeeds,
    StaffedHours,
    Token,
    WebhookSecret,
    WebUrl,
)

PREFIX = "WERKMAAT_"


def _setting(default: Any, help_text: str, takes: str) -> Any:
    return Field(default, validate_default=True, description=help_text, json_schema_extra={"takes": takes})


class Stated(BaseSettings):
    """What an administrator may set; a value of nothing but space counts as none."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", frozen=True, hide_input_in_errors=True)

    telegram_token: Token | None = _setting(
        None,
        "The token of your bot, from @BotFather. Without it Werkmaat starts its own simulator with demo data.",
        "a token as @BotFather gives it, such as 123456:ABC-def",
    )
    telegram_api_url: WebUrl = _setting(
        "https://api.telegram.org",
        "The Bot API server to talk to. Another one, such as a local Bot API server, works as well.",
        "an http or https address",
    )
    telegram_webhook_url: WebUrl | None = _setting(
        None,
        "The public https address at which Telegram delivers updates; it must lead to WERKMAAT_BOT_PORT. Unset: the "
        "bot asks for updates itself (long polling), which needs no public address.",
        "an https address that leads to WERKMAAT_BOT_PORT",
    )
    telegram_webhook_secret: WebhookSecret | None = _setting(
        None,
        "The secret that Telegram sends along with each delivery. Needed with a webhook.",
        "1 to 256 of A-Z a-z 0-9 _ -, and is needed with WERKMAAT_TELEGRAM_WEBHOOK_URL",
    )
    data_dir: Folder = _setting(
        Path("var"),
        "The folder for the database, the sounds and the trained model. Back it up; keep it private. A relative "
        "folder counts from the project's folder.",
        "a folder",
    )
    database_url: DatabaseUrl | None = _setting(
        None,
        "The database, as an SQLAlchemy address. Unset: a SQLite file in WERKMAAT_DATA_DIR, which serves thousands "
        "of learners.",
        "an address such as postgresql+psycopg://user:password@host/name",
    )
    enrolment: Enrolment = _setting(
        "open",
        "Who may start: open (whoever finds the bot) or invited (only with an invitation of a counsellor).",
        "open or invited",
    )
    region: Region = _setting(
        "be-vlg",
        "The region whose laws, helplines, sectors and time zone count.",
        "the name of a file in content/regions/, without .yml",
    )
    second_reader: bool = _setting(
        False,
        "Whether a colleague has to approve what a coordinator writes in the studio before it can be published.",
        "yes or no",
    )
    staffed_hours: StaffedHours | None = _setting(
        None,
        "When somebody of the staff reads that a learner asks for a call, in the region's time: learners in danger are "
        "told so. Unset: they are told that nobody knows when.",
        "hours such as mon-fri 09:00-17:00 or mon-thu 09:00-12:00, mon-thu 13:00-17:00, fri 09:00-12:00",
    )
    speech_command: SpeechCommand = _setting(
        "espeak-ng -v {voice} -s {speed} --stdin -w {file}",
        "The program that speaks where no person recorded the words: it reads them on standard input and writes a "
        "WAV file. {voice} becomes the language's code, such as nl, and {speed} one of WERKMAAT_SPEECH_SPEEDS. No "
        "shell is involved. Without the program there is no sound, and everything else works.",
        "a command with {file}, and if need be {voice} and {speed}",
    )
    speech_speeds: SpeechSpeeds = _setting(
        "150 95",
        "What {speed} is in WERKMAAT_SPEECH_COMMAND for everyday speech and for slow speech, as the program counts.",
        "two numbers with a space between them",
    )
    console_host: Host = _setting(
        "127.0.0.1",
        "Where the console listens. Keep 127.0.0.1 and put a web server with https in front of it.",
        "an address of this machine, such as 127.0.0.1",
    )
    console_port: Port = _setting(8080, "The port of the console.", "a number from 1 to 65535")
    console_url: WebUrl | None = _setting(
        None,
        "The console's address as others reach it, for links in mails and for the links by which a colleague confirms "
        "a mission, such as https://werkmaat.example.org. Unset: links to staff work on this machine alone, and "
        "learners are offered none.",
        "an http or https address",
    )
    smtp_url: MailUrl | None = _setting(
        None,
        "The mail server for messages to staff. Unset: no mails are sent, and alerts reach nobody who does not look.",
        "smtp://user:password@host:587 or smtps://user:password@host:465, with ?from=address if the user is none",
    )
    bot_port: Port = _setting(
        8081,
        "The bot's own port on this machine: webhook, /healthz and /metrics.",
        "a number from 1 to 65535",
    )
    log_format: LogFormat = _setting(
        "text",
        "How log lines look: text (for people) or json (for programs). They never hold learners' words.",
        "text or json",
    )

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty(cls, values: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in values.items() if not isinstance(value, str) or value.strip()}

    @model_validator(mode="after")
    def _webhook_has_its_secret(self) -> Self:
        if self.telegram_webhook_url and not self.telegram_webhook_secret:
            raise ValueError("telegram_webhook_secret")
        return self
