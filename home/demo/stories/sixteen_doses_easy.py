"""The year of tablets once more, as easy read: a form of the story that has a yes of its own."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="sixteen_doses_easy",
    title="My tablets, my year (easy read)",
    kind="concern",
    themes=("health",),
    region="sallow-coast",
    form="easy_read",
    translation_of="sixteen_doses",
    body=blocks("""
My name is {name}. I live in {place}.

I have epilepsy. I take one tablet at 8 in the morning. I take one at 8 at night. Then I am well.

This is about a year in prison.

# Spring

They took my tablets at the desk. They wanted to check them. That is fair.

But no doctor came for 4 days. I missed 8 tablets.

I had a seizure. My cellmate held my head.

# Summer

A nurse rang my own doctor. She gave me my tablets to keep.

For 12 weeks nothing went wrong.

# Autumn

I was moved to another prison. My tablets went in another van.

The computer said I had them. I did not have them.

I missed 5 tablets. I fell on a step. I have a scar.

# Winter

I was moved again. This time I had made a card.

It said what I take, and when, and who to ring.

An officer read my card. He rang the nurse at once.

I missed 3 more. That makes 16 in one year.

I still have the card.
"""),
    closing=("ask", "Let the tablets travel with the person. Let the card be official."),
    identity="N3",
    name="Flora",
    place="a town by the sea",
    state="live",
    author="ros",
    published_days_ago=44,
)
