// Debian's libcmark, version 0.30.
#include <cmark.h>
// For the length of what it gives, and searches as it makes them.
#include <string.h>
