#!/bin/sh
# JRuby: a resume of a Fiber, and each next of an Enumerator, is two kernel switches and 25 to 80 us. Its fibers are
# virtual threads, and it is the other side, the Ruby thread, that is not.
#
# Guess: fibers switch within the program, on virtual threads as elsewhere: no kernel switch, about a microsecond.
# Seen (JRuby 10.0.2.0 and 9.4.14.0, JDK 25.0.3, 2 CPUs), 5,000 each, switches of all threads: Fiber#resume 2.0, 24 to
#   55 us; Enumerator#next 2.0, 22 to 82 us. 300 fibers need three OS threads more. A platform thread and a virtual one
#   that hand on to each other are two OS threads: each has to be woken by the kernel.
# So: virtual threads save switches among themselves; with one platform thread in the ring each lap pays. Interleave's
#   virtual models have none in theirs.
set -eu
home=$(for jdk in "${JAVA_HOME:-none}" /usr/lib/jvm/*; do [ -x "$jdk/bin/javac" ] && echo "$jdk"; done | while read -r jdk; do
    "$jdk/bin/java" -version 2>&1 | grep -q 'version "2[5-9]' && { echo "$jdk"; break; }; done)
[ -n "$home" ] || { echo "needs a JDK 25 in /usr/lib/jvm or JAVA_HOME" >&2; exit 2; }
"$home/bin/java" -version 2>&1 | head -1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
curl -sSfLO https://repo1.maven.org/maven2/org/jruby/jruby-complete/10.0.2.0/jruby-complete-10.0.2.0.jar
cat >fibers.rb <<'RUBY'
# Kernel switches of all threads, and microseconds, for each change to another fiber and back.
def switches
  Dir.children("/proc/self/task").sum do |thread|
    File.read("/proc/self/task/#{thread}/status").scan(/voluntary_ctxt_switches:\s+(\d+)/).sum { |one| one[0].to_i }
  rescue Errno::ENOENT
    0
  end
end

def show(name)
  2_000.times { yield }
  before = switches
  begun = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  5_000.times { yield }
  took = Process.clock_gettime(Process::CLOCK_MONOTONIC) - begun
  puts format("%s %.2f %.1f", name, (switches - before) / 5_000.0, took * 1e6 / 5_000)
end

fiber = Fiber.new { loop { Fiber.yield 1 } }
show("resume") { fiber.resume }
numbers = [1, 2, 3].cycle
show("next") { numbers.next }
exit!
RUBY
echo "what, switches, microseconds:"
"$home/bin/java" -jar jruby-complete-10.0.2.0.jar fibers.rb 2>/dev/null | tee seen
awk '$2 > 1 { n++ } END { exit n != 2 }' seen || { echo "CHANGED: fibers switch without the kernel" >&2; exit 1; }
echo "as seen: two kernel switches for a change of fibers"
