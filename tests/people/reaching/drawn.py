"""Rules and moments for property tests: any that a person could give, more of those near a change of the clocks."""

from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import strategies as st

from people.domain.contact_rules import Rules, Window

FIRST = datetime(2026, 11, 22, 9, tzinfo=UTC)
TEN_YEARS = timedelta(days=3653)
CHANGES = [  # the moments at which the clocks of London change, over the ten years
    datetime(year, month, day, 1, tzinfo=UTC)
    for year, spring, autumn in (
        (2027, 28, 31),
        (2028, 26, 29),
        (2029, 25, 28),
        (2030, 31, 27),
        (2031, 30, 26),
        (2032, 28, 31),
        (2033, 27, 30),
        (2034, 26, 29),
        (2035, 25, 28),
        (2036, 30, 26),
    )
    for month, day in ((3, spring), (10, autumn))
]

any_moment = st.integers(0, int(TEN_YEARS.total_seconds())).map(lambda n: FIRST + timedelta(seconds=n))
near_a_change = st.builds(
    lambda change, seconds: change + timedelta(seconds=seconds),
    st.sampled_from(CHANGES),
    st.integers(-90_000, 90_000),
)
moments = st.one_of(any_moment, near_a_change)
minutes = st.one_of(
    st.integers(0, 1440), st.integers(0, 180), st.sampled_from([0, 60, 90, 120, 600, 1020, 1440])
)
windows = st.builds(
    lambda day, one, two: Window(day, min(one, two), max(one, two)),
    st.one_of(st.integers(0, 6), st.just(6)),
    minutes,
    minutes,
).filter(lambda window: window.start < window.end)
days = st.one_of(
    st.dates(date(2026, 11, 1), date(2036, 12, 31)), st.sampled_from([change.date() for change in CHANGES])
)
closed = st.one_of(days.map(date.isoformat), days.map(lambda day: f"{day:%m-%d}"))


@st.composite
def rules(draw: st.DrawFn, around: date | None = None) -> Rules:
    """`around`: the day near which a rest or a last day is set, so that they matter."""
    near = st.integers(-40, 300).map(lambda n: (around or date(2030, 1, 1)) + timedelta(days=n))
    quiet = draw(st.one_of(st.none(), st.none(), near))
    last = draw(st.one_of(st.none(), st.none(), st.none(), near))
    return Rules(
        windows=draw(st.one_of(st.none(), st.lists(windows, max_size=6).map(tuple))),
        never_on=tuple(sorted(draw(st.sets(closed, max_size=8)))),
        quiet_until=quiet,
        last_day=max(last, quiet) if last and quiet else last,
    )


def some_rules(chance: Random, around: date) -> Rules:
    """The same for a whole life, which is drawn from one number: too many choices for one example otherwise."""

    def near() -> date | None:
        return around + timedelta(days=chance.randint(-30, 200)) if chance.random() < 0.25 else None

    def window() -> Window:
        one, two = sorted(chance.sample(range(0, 1441, 15), 2))
        return Window(chance.choice([0, 1, 2, 3, 4, 5, 6, 6]), one, two)

    several = tuple(window() for _ in range(chance.randint(1, 5)))
    quiet, last = near(), near() if chance.random() < 0.2 else None
    closed_days = {(around + timedelta(days=chance.randint(0, 90))).isoformat() for _ in range(3)}
    return Rules(
        windows=chance.choices([None, several, ()], [4, 15, 1])[0],
        never_on=tuple(sorted(closed_days | {"12-25"})) if chance.random() < 0.5 else (),
        quiet_until=quiet,
        last_day=max(last, quiet) if last and quiet else last,
        also=tuple(chance.sample(["email", "sms", "letter", "phone"], chance.randint(0, 3))),
        via=chance.choice([""] * 7 + ["Samira at the hostel"]),
        no_words=chance.random() < 0.3,
    )
