// Addresses that lead to this machine or into a private network: what a fetched page, or a name
// server, must not be able to reach through us.
#pragma once

#include <sys/socket.h>

namespace sitrep {

// Loopback, private, link-local, shared, reserved and multicast addresses of IPv4 and IPv6, and IPv6
// ones that carry such an IPv4 address inside. Families other than these two count as private.
bool is_private_address(const sockaddr& address);

}  // namespace sitrep
