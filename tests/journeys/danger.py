"""What somebody in danger writes, by the language of the tests' learners."""

DANGER = {"nl": "ik wil niet meer leven", "ar": "بدي موت"}
