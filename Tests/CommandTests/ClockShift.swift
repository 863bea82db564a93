import Foundation

/// A library that, loaded before all others, moves the clock of a program by so many seconds. (The package `faketime` cannot
/// be used: under it a Swift program does not see its arguments.)
enum ClockShift {
    /// Its path, compiled once by the C compiler at hand; `nil` without one.
    static let library: String? = {
        let folder = FileManager.default.temporaryDirectory.path + "/huni-clock-\(UUID().uuidString)"
        let (code, library) = (folder + "/clock.c", folder + "/clock.so")
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(source.utf8).write(to: URL(filePath: code))
            for compiler in ["cc", "clang", "gcc"] {
                let run = try output(of: [compiler, "-shared", "-fPIC", "-o", library, code], [:])
                if run.status == 0 { return library }
            }
        } catch {
            return nil
        }
        return nil
    }()

    /// The year that another program sees.
    static func year(_ environment: [String: String]) throws -> String {
        try output(of: ["date", "+%Y"], environment).text
    }

    private static func output(
        of command: [String],
        _ environment: [String: String]
    ) throws -> (status: Int32, text: String) {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    private static let source = """
        #define _GNU_SOURCE
        #include <stdlib.h>
        #include <sys/syscall.h>
        #include <sys/time.h>
        #include <time.h>
        #include <unistd.h>

        static time_t shift(void) {
            const char *text = getenv("HUNI_CLOCK_SHIFT");
            return text ? atol(text) : 0;
        }

        int clock_gettime(clockid_t clock, struct timespec *time) {
            int result = (int)syscall(SYS_clock_gettime, clock, time);
            if (result == 0 && clock == CLOCK_REALTIME) time->tv_sec += shift();
            return result;
        }

        int gettimeofday(struct timeval *restrict time, void *restrict zone) {
            struct timespec now;
            clock_gettime(CLOCK_REALTIME, &now);
            time->tv_sec = now.tv_sec;
            time->tv_usec = now.tv_nsec / 1000;
            return 0;
        }

        time_t time(time_t *place) {
            struct timespec now;
            clock_gettime(CLOCK_REALTIME, &now);
            if (place) *place = now.tv_sec;
            return now.tv_sec;
        }

        """
}
