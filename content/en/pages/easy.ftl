# Around the pages in easy words.

easy-pages = Easy pages
easy-print = You can print this page.
easy-all-words = Read this with all its words
