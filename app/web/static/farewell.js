// Whoever uses this tab next finds nothing of what was typed in it.
"use strict";
sessionStorage.clear();
