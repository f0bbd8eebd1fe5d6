"""The eight parts of the score: each a share from 0 to 10,000 (whole, so that sums are exact) and a sentence.

Never read here, because no fact holds them: how bad it was, who somebody is by law's protected list, noes and
silence, health, money, what somebody was sentenced for, what a journalist thought.
"""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from speakers.matching.kinds import Stance
from speakers.matching.pair import Pair
from speakers.matching.words import say_count, say_list

FULL = 10_000
TURN_DAYS = 180
FRESH_DAYS = 120
PRACTICE_STEP, PRACTICE_CAP = 2_000, 8_000  # four talks are enough, so that newcomers can win
PARTLY = 5_000
STANCE_SHARE = {Stance.LEAD: FULL, Stance.WILL: 8_000, Stance.ASK_FIRST: 4_000, Stance.WILL_NOT: 0}
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pool:
    """What everybody together was asked in half a year, against which a fair turn is measured."""

    asks: int
    days: int


@dataclass(frozen=True, slots=True)
class Share:
    value: int
    sentence: str


def share_topic(pair: Pair) -> Share:
    """A topic to be asked about first counts nothing where it could not be: no number tells a boundary."""
    asked = pair.request
    if not asked.topics:
        return Share(FULL, "No topic was asked for.")
    shares = dict(STANCE_SHARE)
    if asked.open_questions_live:
        shares[Stance.ASK_FIRST] = 0
    stances = pair.speaker.stances
    values = {topic: shares[stances[topic]] if topic in stances else 0 for topic in asked.topics}
    wanted = [asked.say(topic) for topic, value in values.items() if value]
    sentence = f"Speaks about {say_list(wanted)}." if wanted else "Has not chosen these topics."
    return Share(sum(values.values()) // len(values), sentence)


def share_lived(pair: Pair) -> Share:
    wishes, told = pair.request.nice_to_have, pair.speaker.experiences
    if not wishes:
        return Share(FULL, "No experience was wished for.")
    total, met = 0, []
    for wish in wishes:
        if any(wish.fits(experience) for experience in told):
            total += FULL
        elif any(wish.names(experience) for experience in told):
            total += PARTLY
        else:
            continue
        met.append(pair.request.say(wish.tag))
    sentence = f"Has told us of {say_list(met)}." if met else "Has told us of other experiences."
    return Share(total // len(wishes), sentence)


def share_turn(pair: Pair, pool: Pool) -> Share:
    """Half when asked as often as is fair for the days they were with us; so newcomers start at half."""
    asks = [asked for asked in pair.speaker.asks if asked <= pair.at]
    offered = sum(asked > pair.at - TURN_DAYS * DAY for asked in asks)
    expected, unit = pool.asks * active_days(pair), max(pool.days, 1)
    balance = (expected - offered * unit) * FULL // max(unit, expected)
    value = min(FULL, max(0, balance + FULL // 2))
    if not asks:
        return Share(value, "Has never been asked.")
    days = (pair.at - max(asks)) // DAY
    if days == 0:
        return Share(value, "Was asked today.")
    return Share(value, f"Has not been asked for {say_count(days, 'day')}.")


def active_days(pair: Pair) -> int:
    """Days active within the last 180; unknown counts as all of them."""
    since = pair.speaker.active_since
    return TURN_DAYS if since is None else min(TURN_DAYS, max(0, (pair.at - since) // DAY))


def share_practice(pair: Pair) -> Share:
    done = sum(b.kind is pair.request.kind and b.end <= pair.at for b in pair.speaker.bookings)
    value = min(PRACTICE_CAP, done * PRACTICE_STEP)
    return Share(
        value, f"Has done this kind {say_count(done, 'time')}." if done else "This kind would be a first."
    )


def share_ease(pair: Pair) -> Share:
    if pair.online:
        return Share(FULL, "Can join from home.")
    km, limit = pair.distance_km, pair.speaker.travel_limit_km
    if km is None:
        return Share(0, "We do not know how far it is.")
    near = 10 * ((km + 9) // 10)
    far = FULL if limit == 0 and km else km * FULL // (limit or 300)
    return Share(max(0, FULL - far), f"Up to {max(10, near)} km to travel.")


def share_freshness(pair: Pair) -> Share:
    earlier = [booking.end for booking in pair.speaker.bookings if booking.end <= pair.request.start]
    if not earlier:
        return Share(FULL, "Would be a new face.")
    days = (pair.request.start - max(earlier)) // DAY
    sentence = f"Last talk {say_count(days, 'day')} before this one."
    return Share(min(FULL, days * FULL // FRESH_DAYS), sentence)


def share_growth(pair: Pair) -> Share:
    wished = pair.speaker.goals & {pair.request.kind.value, *pair.request.uses}
    return Share(FULL, "They want to do more of this.") if wished else Share(0, "Not among their own goals.")


def share_tie_break(pair: Pair, run: str) -> Share:
    return Share(draw_lot(run, pair.speaker.uid) % (FULL + 1), "Drawn by lot for this list.")


def draw_lot(run: str, speaker: str) -> int:
    """A number that nobody chose and anybody can draw again."""
    return int.from_bytes(sha256(f"{run}\x1f{speaker}".encode()).digest()[:8], "big")
