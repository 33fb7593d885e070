// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "frame/numbers.hpp"
#include "libparse/rule_pack.hpp"

using namespace libparse;
using frame::find_last_date;
using frame::find_number;
using frame::read_date;

namespace {
const frame::Words& words() { return RulePack::builtin().pack().derived<frame::Words>(); }
}  // namespace

TEST_CASE("a date of issue is read in Arabic and Chinese numerals") {
  struct Case {
    const char* text;
    const char* iso;
  };
  for (const Case& c : std::to_array<Case>({
           {"2024年3月21日", "2024-03-21"},
           {"2024年03月01日", "2024-03-01"},
           {"二〇〇八年二月二十日", "2008-02-20"},
           {"二○一二年十月三十一日", "2012-10-31"},
           {"一九九八年十二月一日", "1998-12-01"},
           {"二零二五年十一月十一日", "2025-11-11"},
           {"2020-12-23", "2020-12-23"},
           {"2021.7.1", "2021-07-01"},
           {"2022/06/08", "2022-06-08"},
           {"2024-04-1609:32", "2024-04-16"},
       })) {
    CAPTURE(std::string(c.text));
    const auto date = read_date(words(), c.text);
    REQUIRE(date);
    CHECK(date->iso == c.iso);
    CHECK_FALSE(date->truncated);
  }
}

TEST_CASE("a date that does not exist or is no whole date is none") {
  for (const char* text : {"2023年2月29日", "2024年3月", "3月21日", "2024年", "第12号", "2024年3月21日前", ""}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(read_date(words(), text));
  }
  CHECK(read_date(words(), "2024年2月29日"));
}

TEST_CASE("a date without its last character is read and marked") {
  const auto date = read_date(words(), "2020年8月20");
  REQUIRE(date);
  CHECK(date->iso == "2020-08-20");
  CHECK(date->truncated);
}

TEST_CASE("the last date of a line is found") {
  const auto date = find_last_date(words(), "自2023年1月1日起施行。云岭县人民政府2022年12月5日");
  REQUIRE(date);
  CHECK(date->iso == "2022-12-05");
}

TEST_CASE("a document number is read in brackets of any kind, and with lost ones") {
  struct Case {
    const char* text;
    const char* agency;
    int year;
    int serial;
  };
  for (const Case& c : std::to_array<Case>({
           {"云政办发〔2024〕18号", "云政办发", 2024, 18},
           {"云政办发[2024]18号", "云政办发", 2024, 18},
           {"云政办发(2024)第18号", "云政办发", 2024, 18},
           {"云政办发【2024】18号", "云政办发", 2024, 18},
           {"云政办发2024〕18号", "云政办发", 2024, 18},
           {"云政办发〔202418号", "云政办发", 2024, 18},
           {"云政办发2024年第18号", "云政办发", 2024, 18},
           {"云政办发2024-18号", "云政办发", 2024, 18},
           {"国务院令第741号", "国务院", 0, 741},
       })) {
    CAPTURE(std::string(c.text));
    const auto found = find_number(words(), c.text);
    REQUIRE(found);
    CHECK(found->number.agency == c.agency);
    CHECK(found->number.year == c.year);
    CHECK(found->number.serial == c.serial);
    CHECK(found->range.end == std::string_view(c.text).size());
  }
}

TEST_CASE("numbers of other things are no document numbers") {
  for (const char* text :
       {"〔2024〕18号", "2024年5月18日", "12345号线路", "第3号楼", "云政办发〔2024〕", "(2024-2026年)"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(find_number(words(), text));
  }
}
