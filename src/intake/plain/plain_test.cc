#include "intake/plain/plain.h"

#include <gtest/gtest.h>
