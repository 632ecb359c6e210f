"""The author's pages: what each is given and how it is put together."""
