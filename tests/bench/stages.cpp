// SPDX-License-Identifier: MIT
/// Times the stages of a parse, and on the same bytes in the same run what they are measured against: one RE2 pass, one
/// pass of ICU from UTF-8 to UTF-16, and cmark. See docs/performance.md.
///
/// usage: bench_stages NOTICE.txt [Google Benchmark's options]
#include <benchmark/benchmark.h>
#include <cmark.h>
#include <re2/re2.h>
#include <unicode/ustring.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <ostream>
#include <streambuf>
#include <vector>

#include "bench/allocations.hpp"
#include "extract/reference.hpp"
#include "frame/frame.hpp"
#include "input/source_text.hpp"
#include "layout/layout.hpp"
#include "libparse/fingerprint.hpp"
#include "libparse/io.hpp"
#include "libparse/parse.hpp"
#include "libparse/rule_pack.hpp"
#include "normalize/organizations.hpp"
#include "normalize/times.hpp"
#include "outline/outline.hpp"
#include "review/review.hpp"
#include "rules/pack.hpp"
#include "task/assemble.hpp"
#include "task/grids.hpp"
#include "task/references.hpp"
#include "text/document_text.hpp"
#include "text/work_text.hpp"

namespace libparse {
namespace {

/// Takes what is written and keeps nothing.
class Nowhere : public std::streambuf {
 protected:
  std::streamsize xsputn(const char*, std::streamsize n) override { return n; }
  int_type overflow(int_type c) override { return traits_type::not_eof(c); }
};

/// What a parse has made of a notice at each of its stages.
struct Stages {
  explicit Stages(std::string_view bytes)
      : pack(RulePack::builtin().pack()),
        container(input::read_source(bytes, {}, pack, diagnostics)),
        source(text::DocumentText::adopt(container.utf8)),
        folded(text::WorkText::fold(source)),
        layout(layout::lay_out(folded, pack, diagnostics, layout::LineMeaning::physical)),
        readers(pack.derived<task::Readers>()),
        grids(task::read_grids(layout, source, container.tables, readers.grid_tables, diagnostics)),
        frame(frame::read_frame(layout, source, pack, diagnostics, container.head)),
        outline(outline::read_outline(layout, frame, pack, diagnostics)),
        view{layout, frame, outline, source, container.places, grids, {}},
        parsed(parse_notice(bytes, {})) {}

  const rules::Pack& pack;
  Diagnostics diagnostics;
  input::SourceText container;
  text::DocumentText source;
  text::WorkText folded;
  layout::Layout layout;
  const task::Readers& readers;
  std::vector<task::GridInText> grids;
  frame::Frame frame;
  outline::Outline outline;
  task::NoticeView view;
  ParseResult parsed;
};

/// Runs `once` over the notice: megabytes a second, and allocations for each kilobyte.
template <class Once>
void add(const char* name, std::string_view bytes, Once once) {
  benchmark::RegisterBenchmark(name, [bytes, once](benchmark::State& state) mutable {
    const std::size_t before = bench::allocations();
    for (auto _ : state) once();
    const auto runs = static_cast<double>(state.iterations());
    const auto size = static_cast<double>(bytes.size());
    state.SetBytesProcessed(static_cast<std::int64_t>(runs * size));
    state.counters["allocations/kB"] = static_cast<double>(bench::allocations() - before) / runs / (size / 1000);
  })->Unit(benchmark::kMicrosecond);
}

void add_yardsticks(std::string_view bytes) {
  add("yardstick/re2_union_of_20", bytes, [bytes] {
    static const RE2 any(
        "([0-9]{4}年|[0-9]{1,2}月底|年底前|每(?:年|季度|月|周)|[0-9.]+%|不低于|不少于|以上|责任单位|牵头单位|配合单位|"
        "负责|牵头|配合|《[^》]{1,60}》|〔[0-9]{4}〕[0-9]+号|附件|第[一二三四五六七八九十]+条|"
        "[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)");
    re2::StringPiece rest(bytes.data(), bytes.size()), found;
    std::size_t matches = 0;
    while (RE2::FindAndConsume(&rest, any, &found)) ++matches;
    benchmark::DoNotOptimize(matches);
  });
  add("yardstick/icu_utf8_to_utf16", bytes, [bytes, out = std::vector<UChar>(bytes.size())]() mutable {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strFromUTF8(out.data(), static_cast<std::int32_t>(out.size()), &length, bytes.data(),
                  static_cast<std::int32_t>(bytes.size()), &status);
    benchmark::DoNotOptimize(length);
  });
  add("yardstick/cmark_to_html", bytes, [bytes] {
    const std::unique_ptr<char, decltype(&std::free)> html(
        cmark_markdown_to_html(bytes.data(), bytes.size(), CMARK_OPT_DEFAULT), &std::free);
    benchmark::DoNotOptimize(html.get());
  });
}

void write(const ParseResult& parsed) {
  Nowhere nowhere;
  std::ostream out(&nowhere);
  write_ndjson(parsed.list, out, {});
}

void add_stages(std::string_view bytes, const Stages& s) {
  add("whole/text_to_ndjson", bytes, [bytes] { write(parse_notice(bytes, {})); });
  add("stage/decode", bytes, [bytes, &s] {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(text::DocumentText::adopt(input::read_source(bytes, {}, s.pack, diagnostics).utf8));
  });
  add("stage/fold", bytes, [&s] { benchmark::DoNotOptimize(text::WorkText::fold(s.source)); });
  add("stage/layout", bytes, [&s] {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(layout::lay_out(s.folded, s.pack, diagnostics, layout::LineMeaning::physical));
  });
  add("stage/frame", bytes, [&s] {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(frame::read_frame(s.layout, s.source, s.pack, diagnostics, s.container.head));
  });
  add("stage/outline", bytes, [&s] {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(outline::read_outline(s.layout, s.frame, s.pack, diagnostics));
  });
  add("stage/tasks", bytes, [&s] {
    TaskList list;
    list.document = s.frame.document;
    task::assemble(s.view, s.readers, list, nullptr);
    benchmark::DoNotOptimize(list);
  });
  add("stage/fingerprints", bytes, [&s] {
    for (const Task& task : s.parsed.list.tasks) benchmark::DoNotOptimize(fingerprint(task));
  });
  add("stage/references", bytes, [&s] {
    TaskList list;
    task::add_references(s.view, s.pack.derived<extract::ReferenceReader>(), list);
    benchmark::DoNotOptimize(list);
  });
  add("stage/organizations", bytes, [&s, list = s.parsed.list]() mutable {
    list.document.organizations.clear();
    normalize::identify_organizations(s.pack, list);
    benchmark::DoNotOptimize(list);
  });
  add("stage/review", bytes, [&s, list = s.parsed.list]() mutable {
    list.diagnostics.clear();
    review::review_notice(s.view, s.pack, list);
    benchmark::DoNotOptimize(list);
  });
  add("stage/write_ndjson", bytes, [&s] { write(s.parsed); });
}

}  // namespace
}  // namespace libparse

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (argc != 2) {
    std::cerr << "usage: bench_stages NOTICE.txt [--benchmark_...]\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (bytes.empty()) {
    std::cerr << argv[1] << ": cannot be read, or is empty\n";
    return 3;
  }
  const libparse::Stages stages(bytes);
  libparse::add_yardsticks(bytes);
  libparse::add_stages(bytes, stages);
  benchmark::RunSpecifiedBenchmarks();
}
