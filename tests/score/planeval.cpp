// SPDX-License-Identifier: MIT
// planeval: how well task lists agree with gold. docs/testing.md explains its use and the form of gold files.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "gold.hpp"
#include "libparse/io.hpp"
#include "libparse/parse.hpp"
#include "scoring.hpp"

namespace {

namespace fs = std::filesystem;

constexpr int kSkipped = 77;  // what ctest takes for a skipped test

struct Options {
  std::vector<std::string> gold_files;
  std::string gold_folder;
  std::vector<std::string> doc_folders;
  std::string predictions;
  std::size_t show = 0;
  bool details = false;
  std::vector<std::string> least;
};

struct Row {
  std::string name;
  score::Scores scores;
};

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path.string() + ": cannot be opened");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::optional<fs::path> find_document(const std::string& name, const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) {
    if (fs::exists(fs::path(folder) / name)) return fs::path(folder) / name;
  }
  return std::nullopt;
}

std::vector<std::string> list_gold_files(const Options& options) {
  std::vector<std::string> files = options.gold_files;
  if (!options.gold_folder.empty() && fs::is_directory(options.gold_folder)) {
    for (const auto& entry : fs::directory_iterator(options.gold_folder)) {
      if (entry.path().extension() == ".json") files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

libparse::TaskList predict(const Options& options, const std::string& name, const std::string& bytes) {
  if (options.predictions.empty()) return libparse::parse_notice(bytes, {.path = name}).list;
  const fs::path path = fs::path(options.predictions) / (fs::path(name).stem().string() + ".json");
  const std::vector<libparse::TaskList> lists = libparse::read_json(read_file(path), path.string());
  if (lists.size() != 1) throw std::runtime_error(path.string() + ": one task list is expected");
  return lists.front();
}

void print_row(const std::string& name, const score::Scores& scores) {
  std::printf("%-34.34s", name.c_str());
  for (const score::Tally& tally : scores.layers) {
    if (tally.right + tally.wrong + tally.missed == 0) {
      std::printf("         -");
    } else {
      std::printf(" %9.3f", tally.f1());
    }
  }
  for (const score::Accuracy& accuracy : {scores.kind, scores.indicator}) {
    if (accuracy.all == 0) {
      std::printf("         -");
    } else {
      std::printf(" %9.3f", static_cast<double>(accuracy.right) / static_cast<double>(accuracy.all));
    }
  }
  std::printf("\n");
}

void print_table(const std::vector<Row>& rows, const score::Scores& total) {
  std::printf("%-34s", "F1");
  for (const std::string_view layer : score::kLayerNames)
    std::printf(" %9.*s", static_cast<int>(layer.size()), layer.data());
  std::printf("      kind indicator\n");
  for (const Row& row : rows) print_row(row.name, row.scores);
  print_row("ALL", total);
}

void print_details(const std::string& name, const score::Scores& scores) {
  std::printf("%s\n", name.c_str());
  for (std::size_t l = 0; l < score::kLayers; ++l) {
    const score::Tally& tally = scores.layers[l];
    std::printf("  %-10s P %.3f  R %.3f  F1 %.3f   (%zu right, %zu wrong, %zu missed)\n",
                std::string(score::kLayerNames[l]).c_str(), tally.precision(), tally.recall(), tally.f1(), tally.right,
                tally.wrong, tally.missed);
  }
  const auto print_accuracy = [](const char* what, const score::Accuracy& accuracy) {
    if (accuracy.all == 0) return;
    std::printf("  %-10s %.3f of %zu\n", what, static_cast<double>(accuracy.right) / static_cast<double>(accuracy.all),
                accuracy.all);
  };
  print_accuracy("kind", scores.kind);
  print_accuracy("indicator", scores.indicator);
}

void print_examples(const score::Scores& scores, std::size_t show) {
  for (std::size_t l = 0; l < score::kLayers; ++l) {
    const auto print = [&](const char* what, const std::vector<std::string>& examples) {
      for (std::size_t i = 0; i < std::min(show, examples.size()); ++i) {
        std::printf("    %s %s %s\n", std::string(score::kLayerNames[l]).c_str(), what, examples[i].c_str());
      }
    };
    print("missed", scores.layers[l].misses);
    print("wrong ", scores.layers[l].false_finds);
  }
}

// Checks `layer=least` thresholds; tells of each that is not reached.
bool reaches_least(const score::Scores& total, const std::vector<std::string>& least) {
  bool reached = true;
  for (const std::string& entry : least) {
    const std::size_t equals = entry.find('=');
    const std::string name = entry.substr(0, equals);
    const double want = equals == std::string::npos ? 1.0 : std::stod(entry.substr(equals + 1));
    const auto layer = std::find(score::kLayerNames.begin(), score::kLayerNames.end(), name);
    double got = 0;
    if (layer != score::kLayerNames.end()) {
      got = total.layers[static_cast<std::size_t>(layer - score::kLayerNames.begin())].f1();
    } else if (name == "kind" || name == "indicator") {
      const score::Accuracy& accuracy = name == "kind" ? total.kind : total.indicator;
      got = accuracy.all == 0 ? 1.0 : static_cast<double>(accuracy.right) / static_cast<double>(accuracy.all);
    } else {
      throw std::runtime_error("--min names no layer: " + name);
    }
    if (got < want) {
      std::printf("%s is %.4f, below %.4f\n", name.c_str(), got, want);
      reached = false;
    }
  }
  return reached;
}

int evaluate(const Options& options) {
  std::map<std::string, std::vector<std::string>> files_of;  // notice → its gold files
  for (const std::string& file : list_gold_files(options)) files_of[score::read_doc_name(file)].push_back(file);
  if (files_of.empty()) {
    std::printf("skipped: no gold files in %s\n", options.gold_folder.c_str());
    return kSkipped;
  }
  bool is_sound = true;
  std::vector<Row> rows;
  score::Scores total;
  for (const auto& [name, files] : files_of) {
    const std::optional<fs::path> path = find_document(name, options.doc_folders);
    if (!path) throw std::runtime_error(files.front() + ": its notice " + name + " is in none of the --docs folders");
    const std::string bytes = read_file(*path);
    std::vector<score::Gold> golds;
    for (const std::string& file : files) {
      golds.push_back(score::load_gold(file, bytes));
      for (const std::string& problem : golds.back().problems) {
        std::printf("%s: %s\n", file.c_str(), problem.c_str());
        is_sound = false;
      }
    }
    rows.push_back({name, score::score_document(golds, predict(options, name, bytes))});
    total.add(rows.back().scores);
    if (options.details) print_details(name, rows.back().scores);
    if (options.show > 0) {
      if (!options.details) std::printf("%s\n", name.c_str());
      print_examples(rows.back().scores, options.show);
    }
  }
  if (!options.details) print_table(rows, total);
  print_details("ALL", total);
  return reaches_least(total, options.least) && is_sound ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Compares task lists with gold. Status 1: below a threshold, or gold that does not fit its notice.",
               "planeval");
  Options options;
  app.add_option("GOLD", options.gold_files, "Gold files")->type_name("");
  app.add_option("--gold", options.gold_folder, "Folder of gold files; status 77 where it is missing or empty");
  app.add_option("--docs", options.doc_folders, "Folder of notices (may be repeated; the first that has it wins)")
      ->required()
      ->allow_extra_args(false);
  app.add_option("--pred", options.predictions, "Folder of task lists NAME.json (default: parse the notices)");
  app.add_option("--show", options.show, "Misses and false finds to list per layer and notice");
  app.add_flag("--details", options.details, "Precision, recall and counts for every notice");
  app.add_option("--min", options.least, "Least score over all notices, such as tasks=0.98 (may be repeated)")
      ->allow_extra_args(false);
  try {
    app.parse(argc, argv);
    return evaluate(options);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  } catch (const libparse::Error& error) {
    std::cerr << "planeval: " << error.where() << ": " << error.what() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "planeval: " << error.what() << '\n';
  }
  return 3;
}
