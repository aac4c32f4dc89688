# What words mean.

glossary-lead = Words that councils, courts and schools use, each in a line.
glossary-letters = Letters
glossary-also = Also:
