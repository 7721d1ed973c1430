"""verifier: do the sources of this article say what the article says they say?"""
