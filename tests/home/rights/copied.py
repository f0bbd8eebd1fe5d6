"""Every table that leads to a person or a record: where a person's own copy tells it, or why it does not.

A new table with a road to Person or ConsentFile needs a line here, or a test fails. A path names the keys of the copy;
"*" is each entry of a list.
"""

WRITTEN, CHOICES = "What you have written", "Your choices"
STORY = (WRITTEN, "What you have shared", "*")
FILE = (CHOICES, "What you are part of", "*")
SPEAKING, YOU = "Speaking", "You"

TOLD: dict[str, tuple[str, ...]] = {
    "people.AccessCode": (YOU, "Your paper codes"),
    "people.SignInCode": (YOU, "Codes we sent you to sign in"),
    "people.Identity": (YOU, "Who you are"),
    "people.IdentityView": (YOU, "Who has opened these details"),
    "people.OutboxMessage": (YOU, "Messages to you"),
    "people.TrustedPerson": (YOU, "Somebody you trust to say stop"),
    "consent.Appearance": (*FILE, "Your part in it"),
    "consent.Bar": (*FILE, "Versions that may not come back"),
    "consent.Complaint": (CHOICES, "Complaints", "*", "What you said"),
    "consent.ComplaintStep": (CHOICES, "Complaints", "*", "What was done"),
    "consent.Concern": (CHOICES, "What you told us about a story", "*", "What you wrote"),
    "consent.ConcernLook": (
        CHOICES,
        "What you told us about a story",
        "*",
        "How often staff looked up where to answer",
    ),
    "consent.ConsentEvent": (*FILE, "What has happened"),
    "consent.Edition": (*FILE, "Versions"),
    "consent.Ending": (CHOICES, "What we ended, and why"),
    "consent.EndsSoon": (CHOICES, "What we wrote to you about because it ends soon"),
    "consent.Evidence": (*FILE, "How you told us", "*", "What was written down"),
    "consent.Hold": (*FILE, "Times it rested while we checked something"),
    "consent.InformedRecord": (*FILE, "How it was explained to you"),
    "consent.LedgerRead": (*FILE, "Who has read the record of it"),
    "consent.Outing": (CHOICES, "Where it has been"),
    "consent.Permission": (*FILE, "Your choices"),
    "consent.RecallAction": (CHOICES, "Where it has been", "*", "Now"),
    "consent.Receipt": (*FILE, "Your copies"),
    "consent.StopCase": (CHOICES, "Your stops"),
    "consent.Unfinished": (*FILE, "Answers you have begun", "choices"),
    "consent.Waiver": (*FILE, "Your written consent to be known"),
    "consent.YoungDecision": (*FILE, "What was decided because you are young"),
    "storybank.Draft": (WRITTEN, "What only you have seen"),
    "storybank.LegacyRow": (WRITTEN, "Taken over from older records"),
    "storybank.Quote": (*STORY, "Words of yours on other pages"),
    "storybank.RestrictedNote": (WRITTEN, "Notes about safety"),
    "storybank.SafetyCheck": (*STORY, "Safety checks"),
    "storybank.ShownPart": (WRITTEN, "What others wrote and we showed you"),
    "storybank.StoryMedia": (*STORY, "Pictures and recordings"),
    "storybank.StoryPage": (*STORY, "Every version"),
    "storybank.StoryPlan": (*STORY, "What we plan to ask you for"),
    "speakers.AccessNeed": (SPEAKING, "What a place must have"),
    "speakers.Blackout": (SPEAKING, "Times you are not free"),
    "speakers.Block": (SPEAKING, "Who you will not work with"),
    "speakers.Booking": (SPEAKING, "Talks and meetings"),
    "speakers.BookingEvent": (SPEAKING, "Talks and meetings", "*", "What happened"),
    "speakers.LanguageSkill": (SPEAKING, "Languages"),
    "speakers.ProfileEdition": (SPEAKING, "Your page as you agreed it"),
    "speakers.Speaker": (SPEAKING, "About you"),
    "speakers.SpeakerExperience": (SPEAKING, "What you have lived through"),
    "speakers.TopicStance": (SPEAKING, "What you say to each topic"),
    "speakers.TrainingRecord": (SPEAKING, "Training"),
    "home.RightsRequest": ("What you asked us for", "A copy, or erasing everything"),
}
AGAIN = "says again what stands elsewhere in the copy: "
MACHINERY = "what the house still has to do or has counted, no word of anybody: "
SHUT = "notes about safety stay shut (serious harm), and the copy says that there are some: "
LEFT_OUT: dict[str, str] = {
    "consent.Clearance": AGAIN + "follows from everybody's choices, which the gate reads in this form",
    "consent.RecallLetter": AGAIN + "what we did to take something back is told as where it has been",
    "consent.Review": AGAIN + "an outcome of the safety check",
    "consent.Tombstone": MACHINERY + "a fingerprint of an address that was erased",
    "consent.JournalDue": MACHINERY + "a line owed to the journal outside the database",
    "storybank.RestrictedNoteReading": SHUT + "who read them would say when there was a worry",
    "storybank.StoryEdition": AGAIN + "which saved version a frozen one was made from",
    "storybank.NewsletterPiece": AGAIN + "a handover, told as where it has been",
    "storybank.Pack": AGAIN + "a handover, told as where it has been; its words are a version's",
    "storybank.PrivateReading": AGAIN + "a handover, told as where it has been; its words are a version's",
    "storybank.RoomCard": AGAIN + "a handover, told as where it has been; its words are a version's",
    "storybank.Settling": MACHINERY + "a page to be taken down",
    "speakers.Recheck": MACHINERY + "bookings to be looked at again",
}
