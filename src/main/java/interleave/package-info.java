/**
 * The map of the house: which rooms there are, who may call whom, which threads there are, what holds at the start, and
 * how to add something. {@code ArchitectureTest} holds it against the code.
 *
 * <pre>
 *        terminal ──keys──▶ state ──commands──▶ supervisor ──orders (stdin)──▶ worker (child JVM)
 *           ▲                 ▲ ▲                    ▲                            │ execution × task
 *         panel ◀──State──────┘ └──readings── probe  └────frames (stdout)─────────┘
 * </pre>
 *
 * <h2>Rooms</h2>
 *
 * A package for each; in parentheses the rooms that it may use, and no others. There is no cycle among them.
 *
 * <ul>
 *   <li>{@code metric} (): the vocabulary of measurement: metrics, units, readings, rates, histories, clocks. Pure
 *   <li>{@code spec} (metric): what can be asked for: workloads, loads, settings, defaults and limits. Pure
 *   <li>{@code run} (metric, spec): the numbers of a run: frames, windows, rates, verification, status. Pure
 *   <li>{@code kernel} (metric): the one reader of {@code /proc}, {@code /sys}, cgroups, limits, and the system calls
 *   <li>{@code probe} (metric, spec, kernel): the machine and any process: what is sampled, and the sampler
 *   <li>{@code task} (spec, kernel): what a task is: the interface of its two forms, and what several tasks share
 *   <li>{@code tasks.cpu} (spec, kernel, task): tasks that compute
 *   <li>{@code tasks.file} (spec, kernel, task): tasks that read a file past the page cache
 *   <li>{@code tasks.http} (spec, kernel, task, tasks.cpu): tasks that ask the HTTP service
 *   <li>{@code tasks.lab} (spec, kernel, task): tasks that the lab's claims alone need
 *   <li>{@code tasks.serve} (spec, kernel, task): tasks that answer clients, and the small HTTP server
 *   <li>{@code tasks.shared} (spec, kernel, task, tasks.cpu): tasks that all want the same thing
 *   <li>{@code tasks.wait} (spec, kernel, task): tasks that wait for a time or for one another
 *   <li>{@code execution} (metric, spec, kernel, task): one file per execution model; drives a task under a load
 *   <li>{@code catalogue} (metric, spec, kernel, task, tasks, execution): all tasks, models and workloads
 *   <li>{@code wire} (metric, spec, run): frames and orders as one line of JSON, nothing else
 *   <li>{@code child} (metric, spec, run, kernel, task, execution, wire): a child's side of the pipes
 *   <li>{@code worker} (metric, spec, run, kernel, task, tasks.http, execution, catalogue, wire, child): the process of
 *       one run
 *   <li>{@code service} (metric, spec, run, kernel, task, tasks.serve, execution, wire, child): the process of the HTTP
 *       service that waiting tasks talk to
 *   <li>{@code guard} (kernel, wire): the process that starts a command of the user's, and ends its whole tree
 *   <li>{@code supervisor} (metric, spec, run, kernel, wire): starts and ends children, and knows where each run stands
 *   <li>{@code trial} (metric, spec, run, kernel, supervisor): headless measurement: warm-up, window, verification,
 *       result
 *   <li>{@code lab.stats} (): medians, bootstrap intervals of their ratios, verdicts. Pure
 *   <li>{@code lab.advice} (metric, spec, run, lab.stats): which model and pool size for a task. Pure
 *   <li>{@code lab} (metric, spec, run, kernel, supervisor, trial, lab.stats, lab.advice): repetitions in turn,
 *       placement, noise, comparison
 *   <li>{@code lab.claims} (metric, spec, run, kernel, supervisor, trial, lab, lab.stats): what articles say, each
 *       sentence with the rule of its verdict; the measurements that several rules share
 *   <li>{@code record} (metric, spec, run): readings and results as text, JSON and CSV
 *   <li>{@code report} (): results as one self-contained page of HTML, with charts. Pure
 *   <li>{@code screen} (): a grid of cells and how to draw on it: text, bar, chart, table. Pure
 *   <li>{@code config} (metric, spec, screen): what the program was asked for
 *   <li>{@code state} (metric, spec, run, screen): what the user sees and does; one pure function changes it
 *   <li>{@code panel} (metric, spec, run, screen, state): state to cells, one file per panel. Pure
 *   <li>{@code terminal} (screen): the only place that knows Lanterna and the terminal device
 *   <li>{@code cli} (metric, spec, run, kernel, probe, task, execution, catalogue, supervisor, trial, lab, lab.claims,
 *       record, report, screen, config, state, terminal): one file per subcommand, and how results are printed
 * </ul>
 *
 * This package may use all of them, and none of them may use it: {@link interleave.Main} starts, {@code Dashboard}
 * wires the monitor, {@code UiLoop} runs it, {@code Training} is what the build has a worker do.
 *
 * <h2>Threads</h2>
 *
 * The monitor has no polling loop, no virtual thread and no lock of its own. Its threads have names, and what they find
 * out goes as immutable events into one queue:
 *
 * <ul>
 *   <li>{@code main}: owns state and screen; takes events, draws at most once for all that wait
 *   <li>{@code sampler}: asks the probes once an interval
 *   <li>{@code supervisor}: starts, orders and ends children, in order; {@code end of workers}: has it do so where the
 *       process ends in another way
 *   <li>{@code TASK/MODEL stdout} and {@code stderr}: read what one child says
 *   <li>{@code terminal-keys} and {@code terminal-writer}: wait for the terminal, so that nobody else does
 *   <li>{@code terminal-restore}: gives the terminal back where the process ends in another way
 *   <li>{@code menu}: makes the list of the workloads while the terminal is opened; {@code lanterna}: sees to what
 *       Lanterna's screen needs while the first keys are answered
 *   <li>{@code command}: reads what the guard of the user's command says; {@code command-logs}: makes room for its log
 *   <li>{@code lab}: tests claims, with a supervisor for each repetition; {@code key-to-screen}: reads the screen of
 *       the monitor that is measured; {@code speed}: times the CPUs that a repetition has, while it runs
 *   <li>{@code jvm-names}: asks a JVM for the names of its threads; {@code steps-file}: writes the steps
 * </ul>
 *
 * A command that prints results has {@code results} and {@code words}, which wait for whoever reads them, and {@code
 * reader}, which sees that one go.
 *
 * A child has {@code orders}, which reads its input and ends the process with it, {@code frames}, which reports every
 * {@link interleave.run.Frame#INTERVAL}, and the threads of its execution model.
 * The guard of a command has {@code input}, whose end ends the command, and {@code log}, which keeps its log from
 * filling the disk.
 *
 * <h2>Start-up rules</h2>
 *
 * The first frame is a budget. Up to it, and on the way to it, code is bound by these rules; where one of them makes
 * code look other than it would, a comment says {@code start-up:}.
 *
 * <ul>
 *   <li>Few classes: the AOT cache makes each cheap, not free, and they are loaded as they are needed. Nothing is
 *       loaded that the first picture does not show: no argument parser without arguments, no probe, no process, no
 *       Lanterna, no file path, no task or model.
 *   <li>No regular expression, no {@code String.format}, no stream: each loads hundreds of classes.
 *   <li>No switch over types, and no generated {@code equals} or {@code hashCode} of a record: the JVM builds the first
 *       one in 20 to 45 ms, cache or not. So it does the first lambda of the JDK's own that is reached; ours are plain
 *       classes in the application folder ({@code src/build/FoldedLambdas.java}), but where workers run tasks.
 *   <li>No {@code EnumMap} or {@code EnumSet}: the first one of an enum finds its constants by reflection.
 *   <li>A call takes interpreted code 60 ns and more: what is done for each of 5,000 cells is done for a row of them.
 *   <li>Nothing before the first numbers that asks the JDK for a service: time zones, formats of a language and loggers
 *       have it look into every jar of the class path, for 20 ms. Nor the own process number, whose class makes
 *       lambdas.
 *   <li>What takes long begins on a thread of its own while the first picture is drawn, or after it.
 * </ul>
 *
 * <h2>How to add</h2>
 *
 * <ul>
 *   <li>A task: a file for each of its two forms, or one if it computes, in its family below {@code tasks}; a
 *       descriptor in the family's list of tasks; a line in {@link interleave.catalogue.Tasks}.
 *   <li>A model: a file that implements {@link interleave.execution.Model}; an entry in {@link
 *       interleave.catalogue.Models}, which says what its tasks take of threads and connections.
 *   <li>A metric of the machine: a constant in {@link interleave.metric.HostMetrics} and its place in {@code ALL}; the
 *       probe that gives it names it in {@code metrics()} and puts it into what {@code derive} returns.
 *   <li>A metric of a process: a constant in {@link interleave.metric.ProcessMetrics} and its place in {@code ALL}; its
 *       reading in {@code ProcessProbe}.
 *   <li>A metric of a thread: a constant in {@link interleave.metric.ThreadMetrics} and its place in {@code ALL}; its
 *       reading in {@code ThreadRates}.
 *   <li>A metric of a run: a descriptor in the list of its family ({@link interleave.run.WorkMetrics}, {@link
 *       interleave.run.CostMetrics}, {@link interleave.run.StateMetrics}), which says how it is made of a window of
 *       frames and where people find it; a constant besides where code names it. What frames do not tell yet: a
 *       descriptor in the list of {@link interleave.run.ExtraMetrics}, and a line that tells it by its name: in
 *       {@code child.Reporter} of every run, in {@code extra()} of a model or a task of its own. The README's table is
 *       written by {@code ReadmeNumbersTest}, which says how.
 *   <li>A panel: a file that implements {@code Panel}; a line in {@code Panels}; its place in {@code Arrangement}.
 *       {@code GoldenTest} draws it, and says how; scenes of its own stand in {@code GoldenScenes} where the usual ones
 *       do not show it.
 *   <li>A probe: a file that implements {@link interleave.probe.Probe}, over a reader in {@code kernel}; a line in
 *       {@link interleave.probe.Probes}.
 *   <li>A claim: a file in {@code lab.claims} that implements {@link interleave.lab.claims.Claim}; a line in {@link
 *       interleave.lab.claims.Claims}; doctored measurements for each of its verdicts in {@code ClaimsTest}.
 * </ul>
 *
 * Menu, matrix, help, {@code interleave list}, contract tests and golden screens iterate the catalogues. A step that
 * was forgotten fails {@code RecipesTest}, or the test that iterates the catalogue.
 */
package interleave;
