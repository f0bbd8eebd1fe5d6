"""How much of a voice or a handwritten page may come in, each limit with its reason."""

KILOBYTE = 1024
MEGABYTE = 1024 * KILOBYTE

TAKE_LONGEST_SECONDS = 20 * 60  # about 2,500 spoken words; whoever says more makes a second recording
TAKE_LARGEST = 40 * MEGABYTE  # twenty minutes of the largest thing phones record in by themselves
TAKE_PART_LARGEST = 512 * KILOBYTE  # ten seconds of a slow line: little is sent twice after it broke
TAKES_MOST = 30  # of one story; thirty pages of handwriting are a small book
TAKES_KEPT_AFTER_TYPING = 30  # days in which the author can still compare what was typed with what was said
LARGEST_REQUEST = 42 * MEGABYTE  # the largest file that any form takes, and what a browser puts around it
