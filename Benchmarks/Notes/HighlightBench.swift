import Foundation
import Site

/// Colouring code, a language at a time.
///
/// `highlight python 100` colours 100 kB of one language in one go, and `highlight python 100 '${'` as
/// much of a text that a reader might fall over: for a count of instructions that should grow as the
/// text does.
enum HighlightBench {
  static func run() throws {
    for language in CodeLanguage.allCases {
      guard let sample = samples[language] else { continue }
      let text = String(repeating: sample, count: 64_000 / sample.utf8.count)
      var output: [UInt8] = []
      let time = Measurement(runs: 20) {
        output.removeAll(keepingCapacity: true)
        CodeHighlight.append(text, language, to: &output)
      }
      let bytes = Double(text.utf8.count)
      let name = language.rawValue.padding(toLength: 14, withPad: " ", startingAt: 0)
      print(
        "  \(name)"
          + String(
            format: "%6.0f MB/s, %4.1f ns a byte, %.1f times the bytes as HTML",
            bytes / time.seconds / 1e6, time.seconds / bytes * 1e9, Double(output.count) / bytes))
    }
  }

  /// - Parameters:
  ///   - size: in kilobytes.
  ///   - piece: what to repeat; by default the sample.
  static func runOnce(_ name: String, _ size: Int, _ piece: String?) {
    guard let language = CodeLanguage(rawValue: name), let piece = piece ?? samples[language]
    else { return }
    let text = String(repeating: piece, count: size * 1000 / piece.utf8.count)
    var output: [UInt8] = []
    CodeHighlight.append(text, language, to: &output)
    print("\(text.utf8.count) bytes, \(output.count) as HTML")
  }

  /// Code as it stands in notes.
  private static let samples: [CodeLanguage: String] = [
    .python: """
    import pandas as pd
    from sqlalchemy import create_engine

    @click.command()
    def main(url: str, size: int = 100_000) -> None:
        # Read the file in pieces.
        engine = create_engine(f"postgresql://{user}:{password}@{host}:5432/{name}")
        for piece in pd.read_csv(url, iterator=True, chunksize=size):
            piece.to_sql(name="trips", con=engine, if_exists="append")
            print("inserted another piece")

    """,
    .sql: """
    SELECT zones.borough, count(1) AS trips, avg(total_amount)
    FROM `project.dataset.trips` t -- all of them
    JOIN zones ON t.location_id = zones.id
    WHERE pickup_datetime >= '2021-01-01' AND fare > 0
    GROUP BY 1 ORDER BY trips DESC LIMIT 100;

    """,
    .yaml: """
    services:
      database:
        image: postgres:13
        environment:
          - POSTGRES_USER=root
          - POSTGRES_PASSWORD=root
        volumes:
          - "./data:/var/lib/postgresql/data:rw"
        ports: # outside: inside
          - "5432:5432"
        restart: always

    """,
    .json: """
    {
      "name": "trips",
      "fields": [ { "name": "id", "type": "INTEGER", "size": 12.5 }, null, true ]
    }

    """,
    .docker: """
    FROM python:3.12-slim AS build
    # What the program needs.
    RUN apt-get update && apt-get install -y wget \\
        && pip install pandas
    WORKDIR /app
    COPY --from=base pipeline.py pipeline.py
    ENTRYPOINT [ "python", "pipeline.py" ]

    """,
    .hcl: """
    resource "google_storage_bucket" "data" {
      name          = "${local.bucket}_${var.project}"
      location      = var.region
      force_destroy = true # with all that it holds
      lifecycle_rule {
        condition { age = 30 }
      }
    }

    """,
    .javaScript: """
    export async function load(path, { retries = 3 } = {}) {
      // Again and again.
      const answer = await fetch(`/api/${path}?n=${retries}`);
      return answer.ok ? answer.json() : null;
    }

    """,
    .swift: """
    /// The lines of a file.
    public func lines(of path: String) throws -> [Substring] {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      guard !text.isEmpty else { return [] }
      print("read \\(text.count) letters")
      return text.split(separator: "\\n", omittingEmptySubsequences: false)
    }

    """,
    .c: """
    #include <stdio.h>

    int main(int argc, char **argv) {
      /* one line for each */
      for (int i = 0; i < argc; i++) printf("%d: %s\\n", i, argv[i]);
      return 0;
    }

    """,
    .html: """
    <section class="card" id="first">
      <h2>A title &amp; more</h2>
      <p>Some text that is read, with a <a href="https://example.org/">link</a>.</p>
      <script>document.title = "x";</script>
    </section>

    """,
    .css: """
    .card > h2 { margin: 0 auto; color: var(--text, #333); }
    @media (width >= 60rem) { .card { display: grid; } }
    /* a comment */

    """,
    .diff: """
    @@ -1,4 +1,4 @@
     services:
    -  image: postgres:13
    +  image: postgres:17
       restart: always

    """,
    .shell: """
    for file in data/*.csv; do
      gzip -9 "$file" && echo "done: ${file%.csv}" >> log.txt
    done

    """,
  ]
}
