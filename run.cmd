@rem Not tried on Windows yet: written with care as the pair of ./run, which is tried. Tell us what it does.
@rem   run.cmd              sets everything up, then opens the window
@rem   run.cmd test [ARGS]  sets everything up, then makes the whole check; ARGS go to pytest
@rem   run.cmd ARGS         sets up, then runs the program with ARGS
@rem It speaks English only: which other letters a console shows depends on its code page.
@echo off
setlocal
set "here=%~dp0"
set "venv=%here%.venv"
set "py=%venv%\Scripts\python.exe"
set "PYTHONUTF8=1"

rem What is installed is known by copies of the two lists, made last: an interrupted set-up has none.
set "extra="
if exist "%venv%\.ready-dev" set "extra=[dev]"
if /i "%~1"=="test" set "extra=[dev]"
set "mark=%venv%\.ready"
if defined extra set "mark=%venv%\.ready-dev"
if not exist "%venv%\.ready" goto python
"%py%" -c "" >nul 2>nul || goto python
copy /b "%here%pyproject.toml"+"%here%constraints.txt" "%venv%\.now" >nul
fc /b "%venv%\.now" "%mark%" >nul 2>nul && goto start
goto packages

:python
for %%v in (3.13 3.12 3.11 3.14) do (
  py -%%v -c "import venv, ensurepip" >nul 2>nul && set "python=py -%%v" && goto make
)
python -c "import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 15))" >nul 2>nul && set "python=python" && goto make
echo vpdesk: Python 3.11 or later is needed: install it for this user from the Microsoft Store or python.org. 1>&2
exit /b 1

:make
%python% -m venv --clear "%venv%" || exit /b 1

:packages
echo vpdesk: installing packages, about a minute the first time 1>&2
pushd "%here%"
"%py%" -m pip install -q --disable-pip-version-check -c constraints.txt -e ".%extra%"
if errorlevel 1 (
  popd
  echo vpdesk: not installed; the first time needs the network 1>&2
  exit /b 1
)
popd
copy /b "%here%pyproject.toml"+"%here%constraints.txt" "%mark%" >nul
copy /b "%mark%" "%venv%\.ready" >nul

:start
if /i "%~1"=="test" goto test
"%py%" "%here%main.py" %*
exit /b %errorlevel%

:test
set "QT_QPA_PLATFORM=offscreen"
set "rest="
:next
shift
if "%~1"=="" goto check
set rest=%rest% %1
goto next
:check
pushd "%here%"
"%py%" -m tools.check %rest%
set "code=%errorlevel%"
popd
exit /b %code%
