#!/bin/sh
# Asio: an io_context that a second thread runs makes 2.7 kernel switches for each message of one connection, where one thread makes
# 1.0. Four threads make 4, and have no more to do.
#
# Guess: 1.0 in each case: a message wakes whoever waits for it, and the others sleep on.
# Seen (Asio 1.22.1, g++ 12.2, Linux 6.18, 2 CPUs), one echo connection, 20,000 messages one by one, the server's switches:
#   1 thread 1.00, 2 threads 2.66 to 2.74, 4 threads 3.99 to 4.15.
#   Whoever waits in epoll hands that duty on to another thread before it handles the message, and takes a new place in the queue.
# So: threads "to be on the safe side" cost switches at low load, where nobody looks. Interleave's event loops have a thread each.
set -eu
command -v g++ >/dev/null || { echo "needs g++" >&2; exit 2; }
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
dir=$(mktemp -d)
chmod 755 "$dir"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get -q download libasio-dev=1:1.22.1-1 >/dev/null 2>&1 || { echo "libasio-dev 1:1.22.1-1 is not served here" >&2; exit 2; }
dpkg -x libasio-dev*.deb root
g++ --version | head -1
uname -r
cat >echo.cc <<'C'
#include <asio.hpp>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using asio::ip::tcp;

constexpr int messages = 20000;

long switches() {
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_nvcsw + usage.ru_nivcsw;
}

// Gives back each byte that comes.
struct Echo : std::enable_shared_from_this<Echo> {
    tcp::socket socket;
    char byte[1];

    explicit Echo(tcp::socket accepted) : socket(std::move(accepted)) {}

    void go() {
        auto self = shared_from_this();
        socket.async_read_some(asio::buffer(byte), [self](auto error, std::size_t) {
            if (error) return;
            asio::async_write(self->socket, asio::buffer(self->byte), [self](auto failed, std::size_t) {
                if (!failed) self->go();
            });
        });
    }
};

void ask(unsigned short port) {
    asio::io_context context;
    tcp::socket socket(context);
    socket.connect({asio::ip::make_address("127.0.0.1"), port});
    socket.set_option(tcp::no_delay(true));
    char byte[1] = {'x'};
    for (int i = 0; i < messages; i++) {
        asio::write(socket, asio::buffer(byte));
        asio::read(socket, asio::buffer(byte));
    }
}

// Prints the switches that a server of so many threads makes for each message.
int main(int, char** words) {
    asio::io_context context;
    tcp::acceptor acceptor(context, {asio::ip::make_address("127.0.0.1"), 0});
    pid_t client = fork();
    if (!client) {
        usleep(200000);
        ask(acceptor.local_endpoint().port());
        _exit(0);
    }
    acceptor.async_accept([](auto, tcp::socket accepted) {
        accepted.set_option(tcp::no_delay(true));
        std::make_shared<Echo>(std::move(accepted))->go();
    });
    std::vector<std::thread> threads;
    long before = switches();
    for (int i = 0; i < std::atoi(words[1]); i++) threads.emplace_back([&] { context.run(); });
    for (auto& thread : threads) thread.join();
    std::printf("%.2f\n", double(switches() - before) / messages);
    waitpid(client, nullptr, 0);
}
C
g++ -O1 -std=c++17 -w -Iroot/usr/include echo.cc -o echo -pthread
one=$(./echo 1)
two=$(./echo 2)
four=$(./echo 4)
echo "switches a message: 1 thread $one, 2 threads $two, 4 threads $four"
echo "$one" | awk '{ exit !($1 < 1.4) }' || { echo "CHANGED: one thread switches more often" >&2; exit 1; }
echo "$one $two $four" | awk '{ exit !($2 > $1 * 1.5 && $3 > $1 * 2) }' || { echo "CHANGED: more threads, no more switches" >&2; exit 1; }
echo "as seen: by the number of threads"
