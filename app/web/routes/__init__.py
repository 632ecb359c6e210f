"""One module of routes an area of the site."""
