// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstdio>

#include "common/display_text.hpp"
#include "planview/charts.hpp"
#include "planview/page_files.hpp"
#include "planview/svg.hpp"
#include "planview/timeline.hpp"

namespace planview {
namespace {

namespace chrono = std::chrono;

// Pixels. A row is as high as a line of text with room to click.
constexpr int kMargin = 12;
constexpr int kRow = 22;
constexpr int kIdWidth = 72;
constexpr int kPlotLeft = 280;
constexpr int kPlotWidth = 340;
constexpr int kDateWidth = 84;
constexpr int kWidth = kPlotLeft + kPlotWidth + kDateWidth + kMargin;
constexpr int kLegendHeight = 30;
constexpr int kHistogramHeight = 56;
constexpr int kAxisHeight = 24;
constexpr std::size_t kIdColumns = 11;  // of a fixed-pitch font, half the width of an ideograph
constexpr std::size_t kTitleColumns = 28;

std::string month_text(chrono::year_month month) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u", static_cast<int>(month.year()),
                static_cast<unsigned>(month.month()));
  return text.data();
}

class TimelineDrawing {
 public:
  TimelineDrawing(const libparse::TaskList& list, Language language)
      : timeline_(lay_out_timeline(list)),
        language_(language),
        svg_(kWidth, height(), "timeline", say("chart.timeline")) {
    if (timeline_.months.empty()) return;
    first_ = chrono::sys_days(timeline_.months.front().month / 1);
    days_ = std::max(
        1, static_cast<int>((chrono::sys_days(timeline_.months.back().month / chrono::last) - first_).count()) + 1);
  }

  std::string draw(std::string_view style) && {
    if (timeline_.months.empty()) {
      write_word("chart.no_dates", kMargin, 24, "note");
    } else {
      draw_legend();
      draw_histogram(kLegendHeight);
      const int top = kLegendHeight + kHistogramHeight;
      draw_axis(top);
      int y = top + kAxisHeight;
      y = draw_group("chart.phases", timeline_.phases, y);
      y = draw_group("chart.tasks", timeline_.tasks, y);
      draw_rest(y);
    }
    return std::move(svg_).finish(style);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view key) const { return word(language_, key); }

  // The image's height is needed before anything is drawn.
  [[nodiscard]] int height() const {
    if (timeline_.months.empty()) return 40;
    std::size_t rows = timeline_.phases.size() + timeline_.tasks.size() + 1;
    rows += !timeline_.phases.empty();
    rows += !timeline_.tasks.empty();
    return kLegendHeight + kHistogramHeight + kAxisHeight + static_cast<int>(rows) * kRow + kMargin;
  }

  [[nodiscard]] int x_of(chrono::sys_days day) const {
    const auto at = std::clamp<long long>((day - first_).count(), 0, days_);
    return kPlotLeft + static_cast<int>(at * kPlotWidth / days_);
  }

  void write_word(std::string_view key, int x, int y, std::string_view kind) {
    svg_.element("text", {{"x", x}, {"y", y}, {"class", kind}, {"data-word", key}}, say(key));
  }

  void draw_marker(const TimelineRow& row, int y) {
    const int middle = y + kRow / 2;
    if (row.start && row.end) {
      const int x = x_of(*row.start);
      const int width = std::max(4, x_of(*row.end + chrono::days(1)) - x);
      svg_.element("rect",
                   {{"class", "span"}, {"x", x}, {"y", middle - 4}, {"width", width}, {"height", 8}, {"rx", 3}});
      return;
    }
    const int x = x_of(row.end ? *row.end : *row.start);
    const auto point = [&](int dx, int dy) { return std::to_string(x + dx) + ',' + std::to_string(middle + dy) + ' '; };
    if (row.end) {
      svg_.element("polygon", {{"class", "due"}, {"points", point(-6, 0) + point(0, -6) + point(6, 0) + point(0, 6)}});
    } else {
      svg_.element("polygon", {{"class", "from"}, {"points", point(-4, -6) + point(6, 0) + point(-4, 6)}});
    }
  }

  void draw_legend() {
    constexpr int kStep = 110;
    int x = kPlotLeft;
    const chrono::sys_days day = first_;
    for (const std::string_view key : {"time.deadline", "time.period", "time.start"}) {
      TimelineRow sample;
      if (key != "time.start") sample.end = day;
      if (key != "time.deadline") sample.start = day;
      svg_.open("g", {{"class", "legend"}, {"transform", "translate(" + std::to_string(x - kPlotLeft + 6) + ",4)"}});
      draw_marker(sample, 0);
      svg_.close("g");
      write_word(key, x + 18, 19, "note");
      x += kStep;
    }
  }

  void draw_histogram(int y) {
    std::size_t most = 1;
    for (const TimelineMonth& month : timeline_.months) most = std::max(most, month.deadlines);
    write_word("chart.per_month", kMargin, y + kHistogramHeight - 8, "note");
    for (const TimelineMonth& month : timeline_.months) {
      if (month.deadlines == 0) continue;
      const int x = x_of(chrono::sys_days(month.month / 1));
      const int width = std::max(2, x_of(chrono::sys_days(month.month / chrono::last)) - x - 1);
      const int bar = std::max(2, static_cast<int>(month.deadlines * (kHistogramHeight - 18) / most));
      svg_.open("g", {{"class", "month"}, {"data-month", month_text(month.month)}});
      svg_.element("title", {}, month_text(month.month) + ": " + std::to_string(month.deadlines));
      svg_.element("rect",
                   {{"class", "bar"}, {"x", x}, {"y", y + kHistogramHeight - bar}, {"width", width}, {"height", bar}});
      if (width >= 10) {
        svg_.element("text", {{"class", "count"}, {"x", x + width / 2}, {"y", y + kHistogramHeight - bar - 3}},
                     std::to_string(month.deadlines));
      }
      svg_.close("g");
    }
  }

  void draw_axis(int y) {
    svg_.element("line", {{"class", "axis"}, {"x1", kPlotLeft}, {"y1", y}, {"x2", kPlotLeft + kPlotWidth}, {"y2", y}});
    const int step = timeline_.months_per_tick;
    for (const TimelineMonth& month : timeline_.months) {
      const auto count =
          static_cast<int>(month.month.year()) * 12 + static_cast<int>(static_cast<unsigned>(month.month.month())) - 1;
      if (count % step != 0) continue;
      const int x = x_of(chrono::sys_days(month.month / 1));
      svg_.element("line", {{"class", "grid"}, {"x1", x}, {"y1", y}, {"x2", x}, {"y2", height() - kRow - kMargin}});
      const bool is_year = month.month.month() == chrono::January;
      const std::string text = month_text(month.month);
      if (step >= 12 || is_year) {
        svg_.element("text", {{"class", "tick year"}, {"x", x + 2}, {"y", y + 15}}, text.substr(0, 4));
      } else {
        svg_.element("text", {{"class", "tick"}, {"x", x + 2}, {"y", y + 15}}, text.substr(5));
      }
    }
  }

  int draw_group(std::string_view key, const std::vector<TimelineRow>& rows, int y) {
    if (rows.empty()) return y;
    write_word(key, kMargin, y + 15, "group");
    y += kRow;
    for (const TimelineRow& row : rows) {
      draw_row(row, y);
      y += kRow;
    }
    return y;
  }

  void draw_row(const TimelineRow& row, int y) {
    const libparse::Task& task = *row.task;
    const std::string& title = task.title.empty() ? task.text : task.title;
    svg_.open("g", {{"class", "row"}, {"data-task", task.id}});
    svg_.element("title", {}, task.id + ' ' + title + " (" + row.time->text + ')');
    svg_.element("rect", {{"class", "hit"}, {"x", 0}, {"y", y}, {"width", kWidth}, {"height", kRow}});
    svg_.element("text", {{"class", "id"}, {"x", kMargin}, {"y", y + 15}}, tools::clip(task.id, kIdColumns));
    svg_.element("text", {{"class", "name"}, {"x", kIdWidth + kMargin}, {"y", y + 15}},
                 tools::clip(title, kTitleColumns));
    draw_marker(row, y);
    const std::string& date = row.time->end.empty() ? row.time->start : row.time->end;
    svg_.element("text", {{"class", "date"}, {"x", kPlotLeft + kPlotWidth + 14}, {"y", y + 15}}, date);
    svg_.close("g");
  }

  void draw_rest(int y) {
    const auto count = [&](std::string_view key, std::size_t n, int x) {
      svg_.open("text", {{"class", "note"}, {"x", x}, {"y", y + 15}});
      svg_.element("tspan", {{"data-word", key}}, say(key));
      svg_.element("tspan", {}, " " + std::to_string(n));
      svg_.close("text");
    };
    count("chart.recurring", timeline_.recurring, kMargin);
    count("chart.undated", timeline_.undated, kPlotLeft);
  }

  Timeline timeline_;
  Language language_;
  Svg svg_;
  chrono::sys_days first_{};
  int days_ = 1;
};

}  // namespace

std::string draw_timeline(const libparse::TaskList& list, Language language, bool alone) {
  return TimelineDrawing(list, language).draw(alone ? page_files().chart_style : std::string_view());
}

}  // namespace planview
