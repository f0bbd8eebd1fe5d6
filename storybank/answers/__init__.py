"""What came of a story: answers and promises, written down by staff; whoever told it lets them stand there or not."""
