from bot.i18n import Text


def greet(kind: str, again: bool) -> list[Text]:
    key = "greeting.evening"
    return [Text("greeting.hello", {"name": kind}), Text("greeting.again" if again else key), Text(f"menu.{kind}")]


def name(topic: str) -> Text:
    return Text(f"topic.{topic}")
