"""Nell shared this; her supporter suggests three changes of meaning and four of spelling."""

from home.demo.shapes import DemoStory, blocks

STORY = DemoStory(
    key="see_through_bag",
    title="The see-through bag",
    kind="journey",
    themes=("release",),
    region="penmarrow",
    body=blocks("""
You come out with your things in a clear plastic bag that has the prison’s name along the side.
Everybody on the platform can see your hairbrush. They can see the hairbrush, the letters, the
trainers and half a packet of custard creams, and they can read.

I sat on the train with it between my feet, and a woman across the way was definately reading my
toothpaste. So I turned the bag round. Then the name faced me and the custard creams faced her. She
looked at those instead. I offered her one and she took it, and we went all the way to the junction
like that, passing the packet accross the aisle. She never asked and I never said.

At my sister’s I put the bag straight in the outside bin. Then I went back out for it, because it
was a very good bag. It has had a full life since. It’s had rhubarb in it.

I was angry for a year. Then I wrote to the governor and told her about the platform. I did not
recieve an answer for seven weeks, and when it came it was in fountain pen. She had taken one of the
bags home on the train herself, to see, with her own hairbrush in it. She said she’d got as far as
the ticket barrier.

They give out blue ones now, untill the money runs out. You can’t see a thing.
"""),
    suggested=blocks("""
You come out with your things in a clear plastic bag that has the prison’s name along the side.
Everybody on the platform can see your hairbrush. They can see the hairbrush, the letters, the
trainers and half a packet of custard creams, and they can guess where you have been.

I sat on the train with it between my feet, and a woman across the way was definitely reading my
toothpaste. So I turned the bag round. Then the name faced me and the custard creams faced her. She
looked at those instead. I offered her one and she took it, and we went all the way to the junction
like that, passing the packet across the aisle. She never asked and I never said.

At my sister’s I put the bag straight in the outside bin. Then I went back out for it, because it
was a very good bag. It has had a full life since. It’s had rhubarb in it.

I was upset for some time. Then I wrote to the governor and told her about the platform. I did not
receive an answer for seven weeks, and when it came it was in fountain pen. She had taken one of the
bags home on the train herself, to see, with her own hairbrush in it.

They give out blue ones now, until the money runs out. You can’t see a thing.
"""),
    closing=("ask", "If your bags are still clear, take one home on the train."),
    identity="N4",
    name="Nell",
    state="shared_with_suggestions",
    author="author",
)
