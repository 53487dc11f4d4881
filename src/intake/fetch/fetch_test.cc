#include "intake/fetch/fetch.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "intake/fetch/loopback_server_for_tests.h"
#include "intake/fetch/private_address.h"

namespace sitrep {
namespace {

std::string page(const std::string& headers, const std::string& body) {
  return "HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n" + body;
}

std::string moved_to(const std::string& where) {
  return "HTTP/1.1 302 Found\r\nConnection: close\r\nContent-Length: 0\r\nLocation: " + where + "\r\n\r\n";
}

FetchOptions allowed() {
  FetchOptions options;
  options.allow_private_addresses = true;
  return options;
}

std::string answer(const std::string& path) {
  if (path == "/page") {
    return page(
        "Content-Type: Text/HTML; charset=\"windows-1252\"\r\nLast-Modified: Sun, 04 May 2031 10:00:00 "
        "GMT\r\n",
        "<p>Nine dead");
  }
  if (path == "/moved") return moved_to("/page");
  if (path == "/loop") return moved_to("/loop");
  if (path == "/file") return moved_to("file:///etc/passwd");
  if (path == "/ftp") return moved_to("ftp://127.0.0.1/x");
  if (path == "/long") return page("", std::string(5000, 'x'));
  if (path == "/said-long") return page("Content-Length: 100000000\r\n", "x");
  if (path == "/cut") return page("Content-Length: 100\r\n", "x");
  if (path == "/slow") return "";
  return "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno";
}

TEST(Fetch, APageWithItsHeaders) {
  LoopbackServer server(answer);
  for (const char* path : {"/page", "/moved"}) {
    auto fetched = fetch(server.at(path), allowed());
    ASSERT_TRUE(fetched.has_value()) << fetched.error().text();
    EXPECT_EQ(fetched->bytes, "<p>Nine dead");
    EXPECT_EQ(fetched->uri, server.at("/page"));
    EXPECT_EQ(fetched->media_type, "text/html");
    EXPECT_EQ(fetched->charset, "windows-1252");
  }
}

TEST(Fetch, Failures) {
  LoopbackServer server(answer);
  FetchOptions options = allowed();
  options.bytes_max = 4000;
  options.seconds_max = 1;
  const struct {
    std::string address;
    ErrorCode code;
  } rows[] = {
      {server.at("/loop"), ErrorCode::fetch_failed},      {server.at("/file"), ErrorCode::refused_address},
      {server.at("/ftp"), ErrorCode::refused_address},    {server.at("/long"), ErrorCode::over_limit},
      {server.at("/said-long"), ErrorCode::over_limit},   {server.at("/cut"), ErrorCode::fetch_failed},
      {server.at("/slow"), ErrorCode::fetch_failed},      {server.at("/none"), ErrorCode::fetch_failed},
      {"file:///etc/passwd", ErrorCode::refused_address}, {"gopher://127.0.0.1/", ErrorCode::refused_address},
      {"http://127.0.0.1:1/", ErrorCode::fetch_failed},   {"http://no such host/", ErrorCode::bad_usage},
  };
  for (const auto& row : rows) {
    auto fetched = fetch(row.address, options);
    ASSERT_FALSE(fetched.has_value()) << row.address;
    EXPECT_EQ(fetched.error().code, row.code) << fetched.error().text();
    EXPECT_EQ(fetched.error().where, row.address);
  }
}

TEST(Fetch, PrivateAddressesAreRefusedBeforeAnythingIsSent) {
  LoopbackServer server(answer);
  std::string port = server.at("").substr(std::strlen("http://127.0.0.1"));
  for (const std::string host :
       {"127.0.0.1", "localhost", "127.1", "2130706433", "[::ffff:127.0.0.1]", "0.0.0.0"}) {
    auto fetched = fetch("http://" + host + port + "/page", FetchOptions());
    ASSERT_FALSE(fetched.has_value()) << host;
    EXPECT_EQ(fetched.error().code, ErrorCode::refused_address) << fetched.error().text();
  }
  EXPECT_EQ(server.connections(), 0);
}

// A proxy could reach what we refuse.
TEST(Fetch, ProxiesOfTheEnvironmentAreNotUsed) {
  LoopbackServer server(answer);
  LoopbackServer proxy([](const std::string&) { return page("", "by proxy"); });
  ::setenv("http_proxy", proxy.at("").c_str(), 1);
  auto fetched = fetch(server.at("/page"), allowed());
  ::unsetenv("http_proxy");
  ASSERT_TRUE(fetched.has_value()) << fetched.error().text();
  EXPECT_EQ(fetched->bytes, "<p>Nine dead");
  EXPECT_EQ(proxy.connections(), 0);
}

TEST(PrivateAddress, Table) {
  const struct {
    const char* address;
    bool is_private;
  } rows[] = {
      {"127.0.0.1", true},
      {"127.255.255.254", true},
      {"10.1.2.3", true},
      {"172.16.0.1", true},
      {"172.31.255.255", true},
      {"172.32.0.1", false},
      {"172.15.0.1", false},
      {"192.168.0.1", true},
      {"169.254.169.254", true},
      {"100.64.0.1", true},
      {"100.128.0.1", false},
      {"0.0.0.0", true},
      {"224.0.0.1", true},
      {"255.255.255.255", true},
      {"198.18.0.1", true},
      {"93.184.216.34", false},
      {"8.8.8.8", false},
      {"::1", true},
      {"::", true},
      {"fe80::1", true},
      {"fc00::1", true},
      {"fdff::1", true},
      {"ff02::1", true},
      {"2606:4700::1111", false},
      {"::ffff:10.0.0.1", true},
      {"::ffff:8.8.8.8", false},
      {"::127.0.0.1", true},
      {"64:ff9b::a00:1", true},
      {"64:ff9b::808:808", false},
      {"2002:7f00:1::", true},
      {"2002:808:808::", false},
      {"64:ff9b:1::1", true},
  };
  for (const auto& row : rows) {
    sockaddr_storage storage = {};
    auto* v4 = reinterpret_cast<sockaddr_in*>(&storage);
    auto* v6 = reinterpret_cast<sockaddr_in6*>(&storage);
    if (::inet_pton(AF_INET, row.address, &v4->sin_addr) == 1) {
      storage.ss_family = AF_INET;
    } else {
      ASSERT_EQ(::inet_pton(AF_INET6, row.address, &v6->sin6_addr), 1) << row.address;
      storage.ss_family = AF_INET6;
    }
    EXPECT_EQ(is_private_address(reinterpret_cast<const sockaddr&>(storage)), row.is_private) << row.address;
  }
  sockaddr local = {};
  local.sa_family = AF_UNIX;
  EXPECT_TRUE(is_private_address(local));
}

TEST(Address, Table) {
  for (const char* address : {"http://x", "HTTPS://x/y", "ftp://x", "file:///x"})
    EXPECT_TRUE(is_address(address));
  for (const char* file : {"", "-", "x.html", "a/b:c", "://x", "1http://x", "C:\\x", "./http://x"}) {
    EXPECT_FALSE(is_address(file)) << file;
  }
}

}  // namespace
}  // namespace sitrep
