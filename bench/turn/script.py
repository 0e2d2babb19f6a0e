"""What learners type here, on both sides alike: during an exercise and apart from one, in several languages."""

TEXTS = (
    "what does this word mean?",
    "thanks a lot",
    "ik weet het niet",
    "kan je dat nog eens herhalen?",
    "how many days of holiday do I get?",
    "merhaba",
    "bugün kendimi iyi hissetmiyorum",
    "ما معنى هذه الكلمة؟",
    "أريد نصيحة عن عقد العمل",
    "this is too easy for me",
    "hoe ver ben ik al?",
    "je veux continuer à apprendre",
)
