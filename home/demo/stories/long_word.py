"""Ana's story, written as easy read from the start."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="long_word",
    title="The long word",
    kind="praise",
    themes=("learning",),
    region="penmarrow",
    form="easy_read",
    body=blocks("""
I am 34. Two years ago I could not read.

I could write my name. I could read PUSH and EXIT.

My daughter sent me a letter in prison. It had 3 pages.

I did not ask anyone to read it to me. It was mine.

I kept it under my pillow. I looked at it every night.

# The mentor

A woman on my landing saw me with the letter. She helps people to read.

She did not take the letter. She asked me, ‘Which word do you like the look of?’

I picked a long one.

The word was HAMSTER.

# 20 minutes a day

We did 20 minutes a day. We started with H.

After 5 weeks I could read page 1.

After 9 weeks I could read page 3.

The hamster is called Gary. He bites.

# My letter

I wrote back to my daughter. I wrote 4 lines. It took 2 days.

My daughter is 8. She sent my letter back.

I had written HAMPSTER. She had taken out the P.

She gave me a star.
"""),
    closing=("thanks", "Thank you to the woman who let me choose the word."),
    identity="N2",
    state="live",
    author="ana",
    published_days_ago=87,
)
