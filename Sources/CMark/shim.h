// Debian's libcmark, version 0.30.
#include <cmark.h>
