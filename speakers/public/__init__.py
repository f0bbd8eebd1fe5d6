"""The pages anybody may open: the list of speakers, and the form to ask for one."""
