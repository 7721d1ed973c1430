"""The review page: article left, source right, decisions by key or mouse. A server on this machine, for one person.

In: an archive and the name of an article in it. Out: pages, and decisions in the archive. The rule of these files: whoever does not hold
the token learns nothing and changes nothing; the page runs no script but our own and loads nothing from elsewhere.
"""
