// A web server for tests, so that fetching is tested without a network.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <string>
#include <thread>

namespace sitrep {

// A server on this machine, at a port that the system chooses, one connection after another.
class LoopbackServer {
 public:
  // From the path asked for to the whole answer; an empty answer is none at all: it keeps silent.
  using Answer = std::function<std::string(const std::string& path)>;

  explicit LoopbackServer(Answer answer) : answer_(std::move(answer)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listener_, 8), 0);
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~LoopbackServer() {
    stopped_ = true;
    thread_.join();
    ::close(listener_);
  }

  [[nodiscard]] std::string at(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }
  [[nodiscard]] int connections() const { return connections_; }

 private:
  static bool readable(int descriptor) {
    pollfd poll_for = {descriptor, POLLIN, 0};
    return ::poll(&poll_for, 1, 20) > 0;
  }

  void serve() {
    while (!stopped_) {
      if (!readable(listener_)) continue;
      int connection = ::accept(listener_, nullptr, nullptr);
      if (connection < 0) continue;
      ++connections_;
      answer(connection);
      ::close(connection);
    }
  }

  void answer(int connection) {
    std::string request;
    while (request.find("\r\n\r\n") == std::string::npos) {
      char room[4096];
      ssize_t count = ::recv(connection, room, sizeof room, 0);
      if (count <= 0) return;
      request.append(room, static_cast<std::size_t>(count));
    }
    std::size_t begin = request.find(' ') + 1;
    std::string out = answer_(request.substr(begin, request.find(' ', begin) - begin));
    while (out.empty() && !stopped_ && !readable(connection)) {
    }
    std::size_t sent = 0;
    while (sent < out.size()) {
      ssize_t count = ::send(connection, out.data() + sent, out.size() - sent, MSG_NOSIGNAL);
      if (count <= 0) return;
      sent += static_cast<std::size_t>(count);
    }
  }

  Answer answer_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopped_ = false;
  std::atomic<int> connections_ = 0;
  std::thread thread_;
};

}  // namespace sitrep
