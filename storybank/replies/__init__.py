"""Letters from readers: the reader's form, the author's desk, the staff who read first, and the sheet on paper."""
