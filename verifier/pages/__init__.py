"""What kind of answer is this? `classify` gives the link's word with the sign that fired."""
