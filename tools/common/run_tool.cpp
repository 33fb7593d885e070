// SPDX-License-Identifier: MIT
#include "common/run_tool.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <memory>

#include "common/completion.hpp"
#include "common/manual.hpp"
#include "common/messages.hpp"
#include "libparse/error.hpp"
#include "libparse/version.hpp"

namespace tools {
namespace {

/// CLI11 puts an empty line behind the last group that --help shows when a hidden one follows.
class HelpFormatter : public CLI::Formatter {
 public:
  [[nodiscard]] std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    std::string help = CLI::Formatter::make_help(app, std::move(name), mode);
    for (std::size_t at = 0; (at = help.find("\n\n\n", at)) != std::string::npos;) help.erase(at, 1);
    return help;
  }
};

}  // namespace

Terminal find_terminal() {
  Terminal terminal;
  terminal.on_stdin = ::isatty(STDIN_FILENO) == 1;
  terminal.on_stdout = ::isatty(STDOUT_FILENO) == 1;
  terminal.on_stderr = ::isatty(STDERR_FILENO) == 1;
  const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org
  const char* term = std::getenv("TERM");
  terminal.color = terminal.on_stdout && (no_color == nullptr || *no_color == '\0') &&
                   (term == nullptr || std::string_view(term) != "dumb");
  winsize size{};
  if (terminal.on_stdout && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    terminal.width = size.ws_col;
  }
  return terminal;
}

std::string help_footer(const std::string& examples) {
  return "Exit status:\n"
         "  0   done\n"
         "  1   findings: differences, an invalid document, warnings under --strict\n"
         "  2   the command line makes no sense\n"
         "  3   an input, a rule file or the output is at fault; standard error says which\n"
         "  70  a mistake in the program\n\n"
         "Examples:\n" +
         examples;
}

void add_standard_options(CLI::App& app) {
  app.set_version_flag("--version",
                       app.get_name() + " " + std::string(libparse::version()) + "\ntask list schema " +
                           std::string(libparse::kTaskListSchema),
                       "Print the versions of the program and of the task list schema");
  app.add_flag_callback(
         "--man",
         [&app] {
           write_manual(app, std::cout);
           throw CLI::Success();
         },
         "Print the man page")
      ->group("");
  app.add_option_function<std::string>(
         "--completion",
         [&app](const std::string& shell) {
           write_completion(app, static_cast<Shell>(std::stoi(shell)), std::cout);
           throw CLI::Success();
         },
         "Print the completion for a shell")
      ->transform(one_of(kShellNames))
      ->type_name("SHELL")
      ->group("");
}

int run_tool(CLI::App& app, int argc, char** argv, const std::function<ExitStatus()>& run) {
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  std::signal(SIGPIPE, SIG_IGN);  // NOLINT(cert-err33-c)
  add_standard_options(app);
  app.formatter(std::make_shared<HelpFormatter>());
  const auto leave = [](ExitStatus status) { return static_cast<int>(status); };
  try {
    app.parse(argc, argv);
    return leave(run());
  } catch (const CLI::Success& request) {  // --help, --version, --man, --completion
    app.exit(request, std::cout, std::cerr);
    return leave(ExitStatus::done);
  } catch (const CLI::ParseError& error) {
    std::cerr << app.get_name() << ": error: " << error.what() << "\nTry `" << app.get_name() << " --help`.\n";
    return leave(ExitStatus::usage);
  } catch (const libparse::Error& error) {
    print_error(error, app.get_name(), std::cerr);
    return leave(ExitStatus::input);
  } catch (const std::exception& error) {
    std::cerr << app.get_name() << ": internal error: " << error.what()
              << "\nPlease report this with the command and the input.\n";
    return leave(ExitStatus::internal);
  }
}

}  // namespace tools
