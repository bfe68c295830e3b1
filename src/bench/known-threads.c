/* A program whose threads do what is known of them: some wake a thousand times a second, two compute beside each other
 * on one CPU, and some are born and end all the while. It says what getrusage has of it whenever it reads a line:
 * voluntary switches, involuntary ones, microseconds of CPU. See the script "known" beside it.
 *
 * usage: known-threads WAKING BORN_A_SECOND
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum { MILLISECOND = 1000000, SECOND = 1000000000, COMPUTING = 2, SLEEPS = 3 };

/* Sleeps until so much later than the last time; from now on if that is long over, as after a stop. */
static void until(struct timespec *last, long nanos) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (now.tv_sec - last->tv_sec > 1) *last = now;
    last->tv_nsec += nanos;
    for (; last->tv_nsec >= SECOND; last->tv_nsec -= SECOND) last->tv_sec++;
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, last, 0);
}

static void *wakes(void *nothing) {
    struct timespec last;
    clock_gettime(CLOCK_MONOTONIC, &last);
    for (;;) until(&last, MILLISECOND);
    return nothing;
}

static void *computes(void *nothing) {
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(0, &one);
    pthread_setaffinity_np(pthread_self(), sizeof one, &one);
    for (volatile long i = 0;; i++) continue;
    return nothing;
}

static void *is_brief(void *nothing) {
    struct timespec last;
    clock_gettime(CLOCK_MONOTONIC, &last);
    for (int i = 0; i < SLEEPS; i++) until(&last, MILLISECOND / 5);
    return nothing;
}

static void *bears(void *a_second) {
    struct timespec last;
    pthread_attr_t detached;
    pthread_t born;
    pthread_attr_init(&detached);
    pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
    clock_gettime(CLOCK_MONOTONIC, &last);
    for (;; until(&last, SECOND / (long)a_second)) pthread_create(&born, &detached, is_brief, 0);
}

static long micros(struct timeval time) { return time.tv_sec * 1000000L + time.tv_usec; }

int main(int count, char **words) {
    long waking = count > 1 ? atol(words[1]) : 0, born = count > 2 ? atol(words[2]) : 0;
    pthread_t thread;
    for (long i = 0; i < waking; i++) pthread_create(&thread, 0, wakes, 0);
    for (long i = 0; i < COMPUTING; i++) pthread_create(&thread, 0, computes, 0);
    if (born > 0) pthread_create(&thread, 0, bears, (void *)born);
    char line[64];
    while (fgets(line, sizeof line, stdin)) {
        struct rusage used;
        getrusage(RUSAGE_SELF, &used);
        printf("%ld %ld %ld\n", used.ru_nvcsw, used.ru_nivcsw, micros(used.ru_utime) + micros(used.ru_stime));
        fflush(stdout);
    }
}
