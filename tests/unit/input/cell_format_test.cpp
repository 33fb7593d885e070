// SPDX-License-Identifier: MIT
#include "input/cell_format.hpp"

#include <doctest/doctest.h>

#include <vector>

using libparse::input::builtin_format;
using libparse::input::format_cell;
using libparse::input::format_iso_date;

TEST_CASE("numbers are written as their format shows them") {
  struct Case {
    double value;
    const char* code;
    const char* shown;
  };
  for (const Case& each : std::vector<Case>{{12, "", "12"},
                                            {0.1 + 0.2, "General", "0.3"},
                                            {-2.5, "", "-2.5"},
                                            {1234567, "#,##0", "1,234,567"},
                                            {999, "#,##0", "999"},
                                            {0.95, "0%", "95%"},
                                            {0.1234, "0.00%", "12.34%"},
                                            {1.5, "0", "2"},
                                            {0.145, "0.00", "0.15"},
                                            {2, "0.##", "2"},
                                            {7, "000", "007"},
                                            {0, "#", ""},
                                            {12000, "0,", "12"},
                                            {30, "0\"户\"", "30户"},
                                            {5, "0_ ", "5"},
                                            {-5, "0;[Red](0)", "(5)"},
                                            {0, "0;-0;\"无\"", "无"},
                                            {3, "[$¥-804]#,##0.00", "¥3.00"},
                                            {3, "\\第0\\项", "第3项"},
                                            {0.5, "# ?/?", "0.5"},
                                            {12345, "0.00E+00", "12345"},
                                            {12, "@", "12"},
                                            {-0.4, "0", "0"},
                                            {1, "\"是\";\"否\"", "是"},
                                            {5, ";;", ""},
                                            {1e300, "0.00", nullptr},
                                            {1e20, "General", "1e+20"}}) {
    CAPTURE(each.code);
    const std::string shown = format_cell(each.value, each.code, false);
    if (each.shown != nullptr) CHECK(shown == each.shown);
  }
}

TEST_CASE("dates are written in full by the parts that their format shows") {
  struct Case {
    double serial;
    const char* code;
    const char* shown;
  };
  for (const Case& each : std::vector<Case>{{45596, "yyyy/m/d", "2024年10月31日"},
                                            {45596, "yyyy-mm-dd", "2024年10月31日"},
                                            {45596, "m/d/yy", "2024年10月31日"},
                                            {45596, "yyyy-mm", "2024年10月"},
                                            {45596, "m/d", "10月31日"},
                                            {45596, "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "2024年10月31日"},
                                            {45599, "yyyy\"年\"mm\"月\"dd\"日\"前", "2024年11月03日前"},
                                            {45596, "yyyy\"年\"m\"月底前\"", "2024年10月底前"},
                                            {45596.5, "yyyy/m/d h:mm", "2024年10月31日 12:00"},
                                            {0.75, "h:mm:ss", "18:00:00"},
                                            {45596, "[$-F800]dddd, mmmm dd, yyyy", "2024年10月31日"},
                                            {1, "yyyy/m/d", "1900年1月1日"},
                                            {61, "yyyy/m/d", "1900年3月1日"},
                                            {59, "yyyy/m/d", "1900年2月28日"},
                                            {-1, "yyyy/m/d", "-1"},
                                            {3e9, "yyyy/m/d", "3000000000"},
                                            {45595.9999999, "yyyy/m/d", "2024年10月31日"}}) {
    CAPTURE(each.code);
    CHECK(format_cell(each.serial, each.code, false) == each.shown);
  }
  CHECK(format_cell(44134, "yyyy/m/d", true) == "2024年10月31日");
  CHECK(format_cell(45596, builtin_format(14), false) == "2024年10月31日");
  CHECK(format_cell(45596, builtin_format(57), false) == "2024年10月");
  CHECK(format_cell(45596, builtin_format(58), false) == "10月31日");
  CHECK(builtin_format(0).empty());
  CHECK(format_iso_date("2024-10-31T00:00:00") == "2024年10月31日");
  CHECK(format_iso_date("soon") == "soon");
}

TEST_CASE("broken format codes end") {
  for (const char* code : {"\"", "[", "[$", "\\", "_", "*", "E+", ";;;;;", "[h", "yyyyyyyyyyyy", ",", ".", "%%%"}) {
    CAPTURE(code);
    CHECK_NOTHROW((void)format_cell(45596.25, code, false));
  }
}
