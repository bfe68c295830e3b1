#!/bin/sh
# StatsD's sampled timers, "10|ms|@0.1", one of ten requests sent: for collectd each took 100 ms, and there was a hundred of them; for
# statsd itself there were a thousand, and mean and percentiles are as if the others had not been left out.
#
# Guess: a value with @0.1 stands for ten of its kind, in the count as in mean and percentiles, with every server of the protocol.
# Seen (collectd 5.12.0, statsd 0.9.0, Node.js 20.20.2), a hundred of 10 ms with @0.1: collectd average 0.1 s, percentile 0.1 s, count 100;
#   statsd mean 10, count 1,000. 99 of 10 ms, and one of 1,000 ms with @0.001, which stands for a thousand: statsd count 1,099, mean 19.9
#   (910 would be right), upper_90 10. collectd divides the latency by the rate.
# So: who lowers the sampling rate of a busy service to save packets makes it slow in one server, and its rare calls invisible in the
#   other. Interleave counts every task, and records every latency.
set -eu
command -v apt-get >/dev/null && command -v dpkg >/dev/null || { echo "needs Debian's apt-get and dpkg" >&2; exit 2; }
command -v node >/dev/null && command -v npm >/dev/null || { echo "needs node and npm" >&2; exit 2; }
dir=$(mktemp -d)
collectd=
statsd=
trap 'kill $collectd $statsd 2>/dev/null || :; wait; rm -rf "$dir"' EXIT
chmod 755 "$dir"
cd "$dir"
apt-get -q download collectd-core=5.12.0-14 >/dev/null 2>&1 || { echo "collectd-core=5.12.0-14 is not served here" >&2; exit 2; }
dpkg -x collectd-core_*.deb root
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" statsd@0.9.0 >/dev/null
node --version
root/usr/sbin/collectd -h 2>&1 | grep -o '^collectd [0-9.]*' || :
# Two UDP ports that nobody has.
set -- $(node -e "
const sockets = [0, 1].map(() => require('dgram').createSocket('udp4'));
let bound = 0;
for (const socket of sockets) socket.bind(0, '127.0.0.1', () => {
    if (++bound === 2) { console.log(sockets.map(one => one.address().port).join(' ')); sockets.forEach(one => one.close()); }
});")
cat >collectd.conf <<CONF
BaseDir "$dir"
PIDFile "$dir/pid"
PluginDir "$dir/root/usr/lib/collectd"
TypesDB "$dir/root/usr/share/collectd/types.db"
Interval 3
Hostname "host"
FQDNLookup false
LoadPlugin statsd
<Plugin statsd>
  Host "127.0.0.1"
  Port "$1"
  TimerPercentile 90
  TimerCount true
</Plugin>
LoadPlugin csv
<Plugin csv>
  DataDir "$dir/csv"
</Plugin>
CONF
echo "{ port: $2, address: '127.0.0.1', mgmt_port: 0, flushInterval: 3000, percentThreshold: [90], backends: ['./backends/console'] }" >statsd.js
root/usr/sbin/collectd -f -C collectd.conf >/dev/null 2>&1 &
collectd=$!
node node_modules/statsd/stats.js statsd.js >statsd.out 2>&1 &
statsd=$!
sleep 3
node -e "
const socket = require('dgram').createSocket('udp4');
const send = line => Promise.all([$1, $2].map(port => new Promise(sent => socket.send(line, port, '127.0.0.1', sent))));
(async () => {
    for (let i = 0; i < 100; i++) await send('sampled:10|ms|@0.1');
    for (let i = 0; i < 99; i++) await send('rare:10|ms');
    await send('rare:1000|ms|@0.001');
    socket.close();
})();"
sleep 8
# The last value of collectd's file $1 that is a number and not 0; what statsd said in $2 of the timer $1.
stored() { cat csv/host/statsd/"$1"-* | grep -v nan | awk -F, '$2 > 0 { last = $2 } END { print last + 0 }'; }
told() { sed -n '/timer_data/,$p' statsd.out | awk -v timer="$1:" -v field="$2:" '$1 == timer && $2 == "{" { in_it = 1 }
    in_it && $1 == field && !found { sub(",", "", $2); print $2; found = 1 }'; }
{
    echo "collectd average $(stored latency-sampled-average) count $(stored gauge-sampled-count)"
    echo "statsd sampled mean $(told sampled mean) count $(told sampled count)"
    echo "statsd rare mean $(told rare mean) count $(told rare count) upper_90 $(told rare upper_90)"
} | tee seen
awk '$1 == "collectd" { exit !($3 > 0.09 && $3 < 0.11) }' seen || { echo "CHANGED: collectd takes the latency as it is" >&2; exit 1; }
awk '$2 == "rare" { exit !($4 < 30 && $6 == 1099 && $8 == 10) }' seen || { echo "CHANGED: statsd's mean has the weights of its count" >&2; exit 1; }
echo "as seen: neither has what happened"
