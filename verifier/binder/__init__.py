"""What is handed to a person as proof: a readable copy of a source, and the package of all copies that an article rests on.

In: visits with their texts, and findings. Out: pages of our own, and a zip file of which every changed byte is found. The rule of these
files: a stored page is shown as text; none of its markup, scripts or addresses acts.
"""
