"""Verbs and nouns by which it is told of whom a rank is said."""

__all__ = ["AIMED", "ATTENDING", "BEATING", "MOVING", "PLACES", "SEEING", "STAGED"]

PLACES = frozenset(
    {"state", "city", "country", "nation", "province", "region", "island", "town", "county", "territory", "district"}
)
# Verbs of "see it as the best", of whose object it is said.
SEEING = frozenset({
    "declare", "deem",
    "name", "rank", "identify", "regard", "describe", "see", "view", "cite", "consider", "recognise", "recognize", "list",
    "put", "hail", "label", "rate", "brand", "crown", "choose", "select", "pick", "elect", "appoint", "establish", "cement",
    "praise", "bill", "market", "herald", "tout", "present", "portray", "class", "characterise", "nominate", "acclaim",
})  # fmt: skip
ATTENDING = frozenset({"attend", "moderate", "watch", "visit", "review", "cancel", "schedule", "announce", "cover", "postpone"})
BEATING = frozenset({"beat", "defeat", "oust", "unseat", "edge", "join", "succeed", "replace", "overtake", "pass", "surpass"})
# Verbs that move an amount: of their object it is said to be the highest.
MOVING = frozenset({"raise", "lower", "push", "bring", "take", "cut", "send", "drive", "lift", "put", "leave", "pull"})
# What "to do it" may be: "the only way is to sell".
AIMED = frozenset({
    "way", "purpose", "aim", "goal", "task", "job", "hope", "duty", "idea", "step", "option", "role", "mistake", "ambition",
    "priority", "challenge", "function", "objective", "choice", "chance", "solution", "method", "answer", "wish", "dream", "plan",
})  # fmt: skip
# In which somebody takes part: "will appear in the last season of the series".
STAGED = PLACES | {
    "season", "episode", "edition", "game", "match", "race", "debate", "series", "film", "movie", "album", "tour", "event",
    "show", "election", "tournament", "session", "battlefield", "airport", "school", "museum", "stadium", "hospital",
    "search", "raid", "wave", "ballot", "poll",
}  # fmt: skip
