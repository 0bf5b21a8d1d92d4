# SPDX-License-Identifier: EUPL-1.2
# Fails when an error that a user can meet is worded in one language. Message has no constructor
# for one; as_is() takes one for names and for what libraries say, and with it faults of our own.
cmake_minimum_required(VERSION 3.25)
set(faults)
foreach(folder IN LISTS FOLDERS)
  file(GLOB_RECURSE files ${folder}/*.hpp ${folder}/*.cpp)
  foreach(file IN LISTS files)
    file(READ ${file} content)
    string(REGEX MATCHALL "Fault::(usage|rules|input|refused),[^;]*as_is\\(\"" found "${content}")
    foreach(each IN LISTS found)
      string(APPEND faults "${file}: ${each}\n")
    endforeach()
  endforeach()
endforeach()
if(faults)
  message(FATAL_ERROR "${faults}")
endif()
