"""Words from a public list: the eight that two people compare aloud, and generated passphrases."""

from __future__ import annotations

import hashlib
import re
import secrets
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hsb_assess.trust.card import Card

__all__ = ["PAIR_WORDS", "WORDS_IN_LIST", "key_words", "kind_words", "pair_words", "passphrase", "word_list"]

PAIR_WORDS: Final = 8
WORDS_IN_LIST: Final = 7776
_PREFIX: Final = b"assess-words-1\x00"
_KEY_PREFIX: Final = b"assess-key-words-1\x00"
_UNKIND: Final = re.compile(
    "abus|afflict|agoniz|anger|angr|anguish|antsy|arrest|arson|ashame|backhand|backstab|bash|battl|bladder|blam|"
    "bogus|bonehead|brawl|bruis|brut|bullfight|bullwhip|bully|carnage|casualt|chok|choke|clobber|cring|crook|crud|"
    "cruel|crush|culprit|curse|cuss|custod|dagger|danger|dead|deaf|decay|deceas|deceit|deceiv|defam|defeat|defect|"
    "degrad|demean|deprav|depriv|desecr|despair|despis|destruct|detest|deviant|devious|diaper|disable|disaster|"
    "disgrac|disown|disrob|distress|dread|drown|drunk|dumb|dwarf|enrag|enslav|envious|envy|evil|exorcis|explode|"
    "exploit|exposab|expose|exposure|extort|fang|feeble|fester|fetal|filth|flail|flog|fool|frenz|fright|germ|"
    "gloat|gloom|gore|gory|grave|greed|grief|griev|grim|grope|grudg|grump|gutless|guts|gutter|hack|harmful|harsh|"
    "hatchet|hate|hatred|haunt|hazard|humiliat|hunt|hurt|idiot|impale|impoten|imprison|impur|infect|inferior|"
    "injur|insan|insult|irrit|jail|judg|kidnap|kill|knife|lash|limp|lurk|lust|malform|mangl|manhunt|masculin|"
    "mobster|mock|molest|morbid|mortal|mourn|muck|mug|murk|mutilat|muzzl|nag|naked|nast|neglect|nervous|obese|"
    "obnoxious|obsess|ooz|oppress|outcast|outrag|overdos|overkill|pain|panic|panty|pantyhose|parol|pelvis|perish|"
    "pervert|pest|phobia|poach|poison|poverty|prank|predator|prey|prison|prob|probat|provok|prowl|pubic|puke|"
    "punch|punish|quarrel|rabid|rage|raid|ransack|rebel|reckless|regret|relaps|remorse|repress|repuls|resent|"
    "retaliat|reveng|revolt|riot|rival|robb|rotten|rotting|ruin|sabotag|sadd|sadly|sadness|savage|scam|scar|scold|"
    "scorch|scorn|scowl|secret|seduc|seiz|sever|sewage|shack|shadow|shaky|sham|shank|shock|shove|shrapnel|shun|"
    "silenc|sinister|sinn|skelet|slang|slap|slash|slaught|slaver|slimy|slit|slobb|slug|slurp|smash|smell|smother|"
    "smug|snag|snap|snatch|sneak|snide|snoop|spear|spew|spook|squash|squeal|squirm|stab|stain|stalk|stank|starv|"
    "sting|stink|stole|strang|stray|strife|stripp|struggl|stuck|stunt|suffer|suffoc|sulk|swear|taint|tantrum|"
    "tattl|taunt|temper|theft|thong|thorn|thrash|threat|throttl|traged|trait|trap|trash|trauma|trench|trespass|"
    "troubl|turmoil|unclad|undead|underwear|undress|unfair|unfit|unhapp|unkind|unlov|unsafe|unwant|upset|urin|"
    "veng|venom|vice|vicious|victim|villain|violat|violen|viral|virus|weapon|whip|wimp|womb|worr|worse|worst|"
    "worthless|wound|wrath|wreck|wrench|wrong|yell|zombie"
)
"""Beginnings of words that nobody should have to type every morning before this work."""


@lru_cache(maxsize=1)
def word_list() -> tuple[str, ...]:
    """Return the EFF long list: 7,776 different words (12.9 bits each), in the list's own order."""
    text = resources.files("xkcdpass").joinpath("static", "eff-long").read_text("utf-8")
    words = tuple(text.split())
    if len(words) != WORDS_IN_LIST or len(set(words)) != WORDS_IN_LIST:
        raise RuntimeError("the word list is not the one that the eight words are defined by")
    return words


def pair_words(card_a: Card, card_b: Card) -> tuple[str, ...]:
    """Return eight words (103 bits) that depend on both cards, the same whichever is named first.

    Two people read them to each other over the telephone or face to face; if they are equal, neither card
    was exchanged on the way.
    """
    both = sorted(bytes.fromhex(card.fingerprint) for card in (card_a, card_b))
    return _words_of(hashlib.sha256(_PREFIX + both[0] + both[1]).digest())


def key_words(public_key: bytes) -> tuple[str, ...]:
    """Return the eight words of one raw public key, which its holder makes known by another way than the file."""
    return _words_of(hashlib.sha256(_KEY_PREFIX + public_key).digest())


def _words_of(digest: bytes) -> tuple[str, ...]:
    number = int.from_bytes(digest, "big")
    words = word_list()
    chosen = []
    for _ in range(PAIR_WORDS):
        number, index = divmod(number, WORDS_IN_LIST)
        chosen.append(words[index])
    return tuple(chosen)


@lru_cache(maxsize=1)
def kind_words() -> tuple[str, ...]:
    """Return the list without what is unkind, violent, sick or bodily: for passphrases, never for comparing.

    The eight words are an encoding of a number and need the whole list; a passphrase only needs enough words.
    """
    return tuple(word for word in word_list() if not _UNKIND.match(word))


def passphrase(words: int = 5) -> str:
    """Return a random passphrase of ``words`` words with spaces between (five: at least 64 bits)."""
    return " ".join(secrets.choice(kind_words()) for _ in range(words))
